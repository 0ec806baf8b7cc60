import { Text, Title, UnstyledButton } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { dayOf } from './days';
import { DAYS_BACK, type Disclosure } from './use-disclosures';
import { usualOf, type UsualOfPerson } from './usual';

/** Who opened how much today, beside their own days before. A name narrows the log to that person. */
export function UsualTable({
  entries,
  choose,
}: {
  readonly entries: readonly Disclosure[];
  readonly choose: (personId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const people = useMemo(() => usualOf(entries, dayOf(new Date()), DAYS_BACK), [entries]);
  const unusual = people.filter(({ judgement }) => judgement === 'MORE').length;
  if (people.length === 0) return null;
  const columns: readonly Column<UsualOfPerson>[] = [
    {
      key: 'name',
      title: t('disclosure:column.person'),
      value: ({ name }) => name,
      cell: ({ name, personId }) => (
        <UnstyledButton className="choose-person" onClick={() => choose(personId)}>
          {name}
        </UnstyledButton>
      ),
    },
    {
      key: 'judgement',
      title: t('disclosure:column.judgement'),
      value: ({ judgement }) => t(`disclosure:judgement.${judgement}`),
      cell: ({ judgement }) => (
        <span className="judgement" data-judgement={judgement}>
          {t(`disclosure:judgement.${judgement}`)}
        </span>
      ),
    },
    {
      key: 'today',
      title: t('disclosure:column.today'),
      value: ({ today }) => today,
      isNumber: true,
    },
    {
      key: 'families',
      title: t('disclosure:column.families'),
      value: ({ familiesToday }) => familiesToday,
      isNumber: true,
    },
    {
      key: 'mostBefore',
      title: t('disclosure:column.mostBefore'),
      value: ({ mostBefore }) => mostBefore,
      isNumber: true,
    },
    {
      key: 'daysBefore',
      title: t('disclosure:column.daysBefore'),
      value: ({ daysBefore }) => daysBefore,
      isNumber: true,
    },
  ];
  return (
    <section aria-labelledby="usual" className="usual captionless">
      <Title order={2} size="h5" id="usual">
        {t('disclosure:usual.title')}
      </Title>
      <Text size="sm" role="status">
        {unusual > 0
          ? t('disclosure:usual.unusual', { count: unusual })
          : people.every(({ judgement }) => judgement === 'TOO_NEW')
            ? t('disclosure:usual.tooNew')
            : t('disclosure:usual.calm')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('disclosure:usual.about', { days: DAYS_BACK })}
      </Text>
      <DataTable
        caption={t('disclosure:usual.title')}
        rows={people}
        columns={columns}
        rowKey={({ personId }) => personId}
      />
    </section>
  );
}
