import { Button, Checkbox, Group, Modal, Table, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Pages } from '../../api/use-pages';
import { useKeys } from '../../ui/keys';
import { addMoney, formatMoney, Money, type MoneyValue } from '../../ui/money';
import { Failed, Waiting } from '../../ui/states';
import type { DisbursementLine } from './payout-row';
import type { Batch } from './use-batch';
import type { NeedWords } from './use-words';

interface ClearedTableProps {
  readonly pages: Pages<DisbursementLine>;
  readonly words: NeedWords;
  readonly batch: Batch;
}

/** Payouts that everybody has signed: marked with a check each or all at once, and released together. */
export function ClearedTable({ pages, words, batch }: ClearedTableProps): ReactNode {
  const { t } = useTranslation();
  const { nodes, failure, isLoading, hasMore, loadMore } = pages;
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const chosen = nodes.filter(({ id }) => marked.has(id));
  const isAll = nodes.length > 0 && chosen.length === nodes.length;
  const markAll = (): void => setMarked(isAll ? new Set() : new Set(nodes.map(({ id }) => id)));
  const mark = (id: string): void =>
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const ask = (): void => setAsking(chosen.length > 0 && !batch.isRunning);
  useKeys({ x: markAll, r: ask });
  const release = (): void => {
    setAsking(false);
    setMarked(new Set());
    void batch.release(chosen);
  };
  return (
    <section aria-labelledby="cleared">
      <Group justify="space-between" my="xs">
        <Title order={2} size="h5" id="cleared">
          {t('disbursements:release.cleared', { count: nodes.length })}
        </Title>
        <Button
          onClick={ask}
          disabled={chosen.length === 0}
          loading={batch.isRunning}
          rightSection={<kbd>r</kbd>}
        >
          {t('disbursements:release.many', { count: chosen.length })}
        </Button>
      </Group>
      {failure !== null && <Failed failure={failure} retry={pages.refresh} />}
      {isLoading && nodes.length === 0 && <Waiting rows={3} />}
      {!isLoading && failure === null && nodes.length === 0 && (
        <Text size="sm">{t('disbursements:releases.empty')}</Text>
      )}
      {nodes.length > 0 && (
        <Table className="payout-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={40}>
                <Checkbox
                  aria-label={t('disbursements:release.markAll')}
                  title="x"
                  checked={isAll}
                  indeterminate={chosen.length > 0 && !isAll}
                  onChange={markAll}
                />
              </Table.Th>
              <Table.Th>{t('disbursements:column.family')}</Table.Th>
              <Table.Th className="wide">{t('disbursements:column.what')}</Table.Th>
              <Table.Th className="wide">{t('disbursements:column.way')}</Table.Th>
              <Table.Th className="number">{t('disbursements:column.amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {nodes.map((payout) => (
              <Table.Tr key={payout.id}>
                <Table.Td>
                  <Checkbox
                    aria-label={t('disbursements:release.mark', { codename: payout.codename })}
                    checked={marked.has(payout.id)}
                    onChange={() => mark(payout.id)}
                  />
                </Table.Td>
                <Table.Td>
                  <Link to={`/releases/${payout.id}`}>{payout.codename}</Link>
                </Table.Td>
                <Table.Td className="wide">{words.labelOf(payout.code)}</Table.Td>
                <Table.Td className="wide">
                  {t(`disbursements:channel.${payout.channelClass}`)}
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
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('disbursements:release.many', { count: chosen.length })}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Text size="sm" mb="sm">
          {t('disbursements:release.about', { count: chosen.length, sum: sumOf(chosen) })}{' '}
          {t('disbursements:release.noInterestMany')}
        </Text>
        <Group justify="end">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('ui:cancel')}
          </Button>
          <Button onClick={release} data-autofocus>
            {t('disbursements:release.many', { count: chosen.length })}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}

/** One sum for each currency. */
function sumOf(payouts: readonly DisbursementLine[]): string {
  const sums = new Map<string, MoneyValue>();
  for (const { amount } of payouts) {
    const before = sums.get(amount.currency);
    sums.set(amount.currency, before === undefined ? amount : addMoney(before, amount));
  }
  return [...sums.values()].map(formatMoney).join(' + ');
}
