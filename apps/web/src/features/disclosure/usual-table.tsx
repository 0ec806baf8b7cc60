import { Text, Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import type { DisclosureUsualQuery } from './oversight.documents';

type Usual = DisclosureUsualQuery['disclosureUsual'];
type UsualOfPerson = Usual['people'][number];

const COUNTS = [
  'today',
  'familiesToday',
  'newFamilies',
  'mostBefore',
  'middleBefore',
  'daysBefore',
] as const;

/** Who opened how much today, beside their own days before; the odd ones first. A name narrows the log to that person. */
export function UsualTable({
  usual: { people, days },
  choose,
}: {
  readonly usual: Usual;
  readonly choose: (personId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const odd = people.filter(({ judgement }) => ['MORE', 'FAR_MORE'].includes(judgement)).length;
  if (people.length === 0) return null;
  const nameOf = ({ person }: UsualOfPerson): string =>
    person?.displayName ?? t('disclosure:subject.nobody');
  const columns: readonly Column<UsualOfPerson>[] = [
    {
      key: 'name',
      title: t('disclosure:column.person'),
      value: nameOf,
      cell: (row) => (
        <UnstyledButton
          className="choose-person"
          disabled={row.person === null}
          onClick={() => choose(row.person?.id ?? '')}
        >
          {nameOf(row)}
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
    ...COUNTS.map((key): Column<UsualOfPerson> => ({
      key,
      title: t(`disclosure:column.${key}`),
      value: (row) => row[key],
      isNumber: true,
    })),
  ];
  return (
    <section aria-labelledby="usual" className="usual captionless">
      <Title order={2} size="h5" id="usual">
        {t('disclosure:usual.title')}
      </Title>
      <Text size="sm" role="status">
        {odd > 0
          ? t('disclosure:usual.unusual', { count: odd })
          : people.every(({ judgement }) => judgement === 'TOO_NEW')
            ? t('disclosure:usual.tooNew')
            : t('disclosure:usual.calm')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('disclosure:usual.about', { days })}
      </Text>
      <DataTable
        caption={t('disclosure:usual.title')}
        rows={people}
        columns={columns}
        rowKey={(row) => row.person?.id ?? nameOf(row)}
      />
    </section>
  );
}
