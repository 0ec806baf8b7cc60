import { Button, Checkbox, Group, Modal, Text, Title } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Pages } from '../../api/use-pages';
import { DataTable, type Column } from '../../ui/data-table';
import { useKeys } from '../../ui/keys';
import { Failed, Waiting } from '../../ui/states';
import { moneyColumn, sumsOf } from '../../ui/table-columns';
import type { DisbursementLine } from './payout-row';
import type { Batch } from './use-batch';
import type { NeedWords } from './use-words';

interface ClearedTableProps {
  readonly pages: Pages<DisbursementLine>;
  readonly words: NeedWords;
  readonly batch: Batch;
  readonly openId: string | null;
}

/** Columns that give way when something is open beside the table. */
const WIDE: readonly string[] = ['what', 'way', 'checks'];

/** Payouts that everybody has signed: marked with a check each or all at once, and released together. */
export function ClearedTable({ pages, words, batch, openId }: ClearedTableProps): ReactNode {
  const { t } = useTranslation();
  const { nodes, failure, isLoading, hasMore, loadMore } = pages;
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const markBox = useRef<HTMLInputElement>(null);
  const [isAsking, setAsking] = useState(false);
  const chosen = nodes.filter(({ id }) => marked.has(id));
  // What a filter hides is not marked with the rest.
  const isAll = (shown: readonly DisbursementLine[]): boolean =>
    shown.length > 0 && shown.every(({ id }) => marked.has(id));
  const markAll = (shown: readonly DisbursementLine[]): void =>
    setMarked(isAll(shown) ? new Set() : new Set(shown.map(({ id }) => id)));
  const mark = (id: string): void =>
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const ask = (): void => setAsking(chosen.length > 0 && !batch.isRunning);
  // With a payout open beside the list, the keys belong to that one.
  useKeys(openId === null ? { x: () => markBox.current?.click(), r: ask } : {});
  const release = (): void => {
    setAsking(false);
    setMarked(new Set());
    void batch.release(chosen);
  };
  const columns: readonly Column<DisbursementLine>[] = [
    {
      key: 'mark',
      title: t('disbursements:release.markAll'),
      isControl: true,
      value: () => '',
      head: (shown) => (
        <Checkbox
          ref={markBox}
          aria-label={t('disbursements:release.markAll')}
          title="x"
          checked={isAll(shown)}
          indeterminate={chosen.length > 0 && !isAll(shown)}
          onChange={() => markAll(shown)}
        />
      ),
      cell: ({ id, codename }) => (
        <Checkbox
          aria-label={t('disbursements:release.mark', { codename })}
          checked={marked.has(id)}
          onChange={() => mark(id)}
        />
      ),
    },
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
      key: 'way',
      title: t('disbursements:column.way'),
      value: ({ channelClass }) => t(`codes:channel.${channelClass}`),
    },
    {
      key: 'checks',
      title: t('disbursements:column.checks'),
      value: ({ warnings }) =>
        warnings.length === 0
          ? t('disbursements:release.noChecks')
          : warnings.map((code) => t(`disbursements:warning.${code}`)).join(' '),
    },
    moneyColumn('amount', t('disbursements:column.amount'), ({ amount }) => amount, {
      hasSum: true,
    }),
  ];
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
        <DataTable
          caption={t('disbursements:view.CLEARED')}
          isCaptionHidden
          rows={nodes}
          rowKey={({ id }) => id}
          openKey={openId}
          fileName="payouts-cleared"
          columns={openId === null ? columns : columns.filter(({ key }) => !WIDE.includes(key))}
        />
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
          {t('disbursements:release.about', {
            count: chosen.length,
            sum: sumsOf(chosen.map(({ amount }) => amount)),
          })}{' '}
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
