import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/use-pages';
import { DataTable, type Column } from '../../ui/data-table';
import { dayColumn, moneyColumn } from '../../ui/table-columns';
import { viewInput } from './payout-list';
import type { DisbursementLine } from './payout-row';
import { PayoutsDocument } from './payouts.documents';
import { releasedText } from './released-text';
import type { NeedWords } from './use-words';

/** Columns that give way when something is open beside the table. */
const WIDE: readonly string[] = ['what', 'day', 'released'];

/** Payouts that have left, by what became of them: what came back, what is on its way, what is proven. */
export function FollowTable({
  view,
  words,
  openId,
  acts,
}: {
  readonly view: 'BACK' | 'OUT' | 'PROVEN';
  readonly words: NeedWords;
  readonly openId: string | null;
  readonly acts?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { nodes, hasMore, loadMore, isLoading, failure } = usePages({
    document: PayoutsDocument,
    variables: (after) => ({ input: { ...viewInput(view, after), first: 25 } }),
    pick: ({ disbursements }) => disbursements,
    topics: ['disbursement'],
  });
  const columns: readonly Column<DisbursementLine>[] = [
    {
      key: 'family',
      title: t('disbursements:column.family'),
      value: ({ codename }) => codename,
      cell: ({ id, codename }) => <Link to={`/releases/${id}`}>{codename}</Link>,
    },
    {
      key: 'what',
      title: t('disbursements:column.what'),
      value: ({ code }) => words.labelOf(code),
    },
    {
      key: 'state',
      title: t('disbursements:column.state'),
      value: ({ state }) => t(`disbursements:state.${state}`),
    },
    dayColumn(
      'day',
      t('disbursements:column.day'),
      ({ deliveredOn, releasedOn, draftedAt }) => deliveredOn ?? releasedOn ?? draftedAt,
    ),
    {
      key: 'released',
      title: t('disbursements:column.released'),
      value: ({ releasedAt }) => releasedAt ?? '',
      text: releasedText,
    },
    moneyColumn('amount', t('disbursements:column.amount'), ({ amount }) => amount, {
      hasSum: true,
    }),
  ];
  return (
    <section aria-labelledby={`follow-${view}`}>
      <Group justify="space-between" mt="md">
        <Title order={2} size="h5" id={`follow-${view}`}>
          {t(`disbursements:view.${view}`)}
        </Title>
        {acts}
      </Group>
      {!isLoading && failure === null && nodes.length === 0 && (
        <Text size="sm">{t(`disbursements:follow.${view}`)}</Text>
      )}
      {nodes.length > 0 && (
        <DataTable
          caption={t(`disbursements:view.${view}`)}
          isCaptionHidden
          rows={nodes}
          rowKey={({ id }) => id}
          openKey={openId}
          fileName={`payouts-${view.toLowerCase()}`}
          columns={openId === null ? columns : columns.filter(({ key }) => !WIDE.includes(key))}
        />
      )}
      {hasMore && (
        <Button size="compact-sm" variant="subtle" onClick={loadMore}>
          {t('disbursements:more')}
        </Button>
      )}
    </section>
  );
}
