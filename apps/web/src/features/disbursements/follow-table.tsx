import { Button, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/use-pages';
import { Money } from '../../ui/money';
import { formatDay } from '../../ui/time';
import { viewInput } from './payout-list';
import { PayoutsDocument } from './payouts.documents';
import type { NeedWords } from './use-words';

/** Payouts that have left, by what became of them: what came back, what is on its way, what is proven. */
export function FollowTable({
  view,
  words,
}: {
  readonly view: 'BACK' | 'OUT' | 'PROVEN';
  readonly words: NeedWords;
}): ReactNode {
  const { t } = useTranslation();
  const { nodes, hasMore, loadMore, isLoading, failure } = usePages({
    document: PayoutsDocument,
    variables: (after) => ({ input: { ...viewInput(view, after), first: 25 } }),
    pick: ({ disbursements }) => disbursements,
    topics: ['disbursement'],
  });
  return (
    <section aria-labelledby={`follow-${view}`}>
      <Title order={2} size="h5" mt="md" id={`follow-${view}`}>
        {t(`disbursements:view.${view}`)}
      </Title>
      {!isLoading && failure === null && nodes.length === 0 && (
        <Text size="sm">{t(`disbursements:follow.${view}`)}</Text>
      )}
      {nodes.length > 0 && (
        <Table className="payout-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('disbursements:column.family')}</Table.Th>
              <Table.Th className="wide">{t('disbursements:column.what')}</Table.Th>
              <Table.Th>{t('disbursements:column.state')}</Table.Th>
              <Table.Th className="wide">{t('disbursements:column.day')}</Table.Th>
              <Table.Th className="number">{t('disbursements:column.amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {nodes.map((payout) => (
              <Table.Tr key={payout.id}>
                <Table.Td>
                  <Link to={`/releases/${payout.id}`}>{payout.codename}</Link>
                </Table.Td>
                <Table.Td className="wide">{words.labelOf(payout.code)}</Table.Td>
                <Table.Td>{t(`disbursements:state.${payout.state}`)}</Table.Td>
                <Table.Td className="wide">
                  {formatDay(payout.deliveredOn ?? payout.releasedOn ?? payout.draftedAt)}
                </Table.Td>
                <Table.Td className="number">
                  <Money value={payout.amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {hasMore && (
        <Button size="compact-sm" variant="subtle" onClick={loadMore}>
          {t('disbursements:more')}
        </Button>
      )}
    </section>
  );
}
