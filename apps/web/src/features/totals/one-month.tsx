import { Button, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useCountryCodes } from '../../codes/country-codes';
import { ActButton } from '../../ui/act-button';
import { ActDialog } from '../../ui/act-dialog';
import { DataTable, type Column } from '../../ui/data-table';
import { useMay } from '../../ui/may';
import { Money, plainAmount } from '../../ui/money';
import { formatDate, formatMoment } from '../../ui/time';
import {
  SignTotalsDocument,
  WithdrawTotalsDocument,
  type TotalsSnapshotsQuery,
} from './totals.documents';

type Snapshot = TotalsSnapshotsQuery['totalsSnapshots']['edges'][number]['node'];
type Line = Snapshot['lines'][number];

interface OneMonthProps {
  readonly snapshot: Snapshot;
  readonly changed: () => void;
}

/** What everybody would read of one month, and the two acts. */
export function OneMonth({ snapshot, changed }: OneMonthProps): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const { month, state, signatures, isSignedByMe, lines, takenAt } = snapshot;
  const name = formatDate(new Date(`${month}-01T00:00:00Z`), {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  });
  const columns: readonly Column<Line>[] = [
    {
      key: 'group',
      title: t('totals:group'),
      value: ({ needGroup }) =>
        needGroup === 'OTHER' ? t('codes:otherGroups') : wordOf('needGroups', needGroup),
    },
    {
      key: 'people',
      title: t('totals:people'),
      value: ({ people }) => people,
      isNumber: true,
    },
    {
      key: 'amount',
      title: t('totals:delivered'),
      value: ({ amount }) => plainAmount(amount.minorUnits),
      cell: ({ amount }) => <Money value={amount} />,
      isNumber: true,
    },
  ];
  return (
    <section aria-label={name}>
      <Group justify="space-between" align="start" mb="xs">
        <div>
          <Title order={2} size="h5">
            {name}
          </Title>
          <Text size="sm">
            {t(`totals:state.${state}`)}
            {state === 'PROPOSED' && ` · ${t('totals:signed', { count: signatures })}`}
            {state === 'PROPOSED' && isSignedByMe && ` · ${t('totals:byYou')}`}
          </Text>
          <Text size="xs" c="dimmed">
            {t('totals:takenAt', { when: formatMoment(takenAt) })}
          </Text>
        </div>
        <Acts snapshot={snapshot} name={name} changed={changed} />
      </Group>
      {lines.length === 0 ? (
        <Text size="sm">{t('totals:tooFew')}</Text>
      ) : (
        <DataTable
          caption={t('totals:caption', { month: name })}
          rows={lines}
          columns={columns}
          rowKey={({ needGroup }) => needGroup}
        />
      )}
    </section>
  );
}

function Acts({
  snapshot: { id, state, isSignedByMe },
  name,
  changed,
}: OneMonthProps & { readonly name: string }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const signing = useAct(SignTotalsDocument);
  const withdrawing = useAct(WithdrawTotalsDocument);
  const [isAsking, setAsking] = useState(false);
  const input = { totalsId: id };
  return (
    <Group gap="xs" align="start">
      {may('signTotals') && state === 'PROPOSED' && !isSignedByMe && (
        <ActButton size="sm" act={() => signing.run({ input })} done={changed}>
          {t('totals:sign')}
        </ActButton>
      )}
      {may('withdrawTotals') && state !== 'WITHDRAWN' && (
        <Button size="sm" variant="default" onClick={() => setAsking(true)}>
          {t('totals:withdraw')}
        </Button>
      )}
      <ActDialog
        title={t('totals:withdrawOf', { month: name })}
        about={t('totals:withdrawAbout')}
        confirm={t('totals:withdraw')}
        isOpen={isAsking}
        close={() => setAsking(false)}
        isGrave
        act={() => withdrawing.run({ input })}
        done={changed}
      />
    </Group>
  );
}
