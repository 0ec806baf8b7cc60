import { Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { usePages } from '../../api/use-pages';
import { DataTable } from '../../ui/data-table';
import { useMay } from '../../ui/may';
import { plainAmount } from '../../ui/money';
import { refusalText } from '../../ui/refusal-alert';
import { ReconcileDocument } from './acts.documents';
import { matchLines, type MatchedLine } from './match-lines';
import { PayoutsDocument } from './payouts.documents';

/** Beyond this many proven payouts the rest waits until these are matched. */
const MOST = 500;

/** Lines of the bank or a cash count, pasted at once: which proven payouts they stand for, and the match of those. */
export function MatchPasted(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('reconcileDisbursement')) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('disbursements:match.open')}
      </Button>
      <Modal
        size="xl"
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('disbursements:match.open')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Matching />
      </Modal>
    </>
  );
}

function Matching(): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, ActOutcome<unknown>>>(new Map());
  const [isRunning, setRunning] = useState(false);
  const reconciling = useAct(ReconcileDocument);
  const { nodes, hasMore, isLoading, loadMore } = usePages({
    document: PayoutsDocument,
    variables: (after) => ({
      input: { first: 50, after, states: ['EVIDENCED' as const], mineToSign: true },
    }),
    pick: ({ disbursements }) => disbursements,
  });
  const goesOn = hasMore && !isLoading && nodes.length < MOST;
  useEffect(() => {
    if (goesOn) loadMore();
  }, [goesOn, loadMore]);
  // What was matched stays in the list until it is closed, with what became of it.
  const lines = matchLines(text, nodes);
  const open = lines.filter(
    ({ payout }) => payout !== null && outcomes.get(payout.id)?.kind !== 'DONE',
  );
  const match = async (): Promise<void> => {
    setRunning(true);
    for (const { payout, reference } of open) {
      if (payout === null) continue;
      const answer = await reconciling.run({ input: { disbursementId: payout.id, reference } });
      setOutcomes((before) => new Map(before).set(payout.id, answer));
      if (answer.kind === 'FAILED') break;
    }
    setRunning(false);
  };
  const became = ({ payout, result }: MatchedLine): string => {
    const outcome = payout === null ? undefined : outcomes.get(payout.id);
    if (outcome === undefined) return t(`disbursements:match.${result}`);
    if (outcome.kind === 'DONE') return t('disbursements:match.done');
    return outcome.kind === 'REFUSED'
      ? refusalText(outcome.refusal)
      : t('disbursements:match.lost');
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('disbursements:match.about')}</Text>
      <Textarea
        label={t('disbursements:match.lines')}
        description={t('disbursements:proof.referenceAbout')}
        autosize
        minRows={4}
        maxRows={10}
        value={text}
        disabled={isRunning}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {lines.length > 0 && (
        <DataTable
          caption={t('disbursements:match.caption', { fits: open.length, count: lines.length })}
          rows={lines}
          rowKey={({ number }) => String(number)}
          columns={[
            {
              key: 'number',
              title: t('disbursements:match.number'),
              isNumber: true,
              value: ({ number }) => number,
            },
            {
              key: 'reference',
              title: t('disbursements:match.reference'),
              value: ({ reference }) => reference,
            },
            {
              key: 'amount',
              title: t('disbursements:column.amount'),
              isNumber: true,
              value: ({ minorUnits }) => (minorUnits === null ? '' : plainAmount(minorUnits)),
            },
            {
              key: 'family',
              title: t('disbursements:column.family'),
              value: ({ payout }) => payout?.codename ?? '',
            },
            { key: 'result', title: t('disbursements:match.result'), value: became },
          ]}
        />
      )}
      <Button
        onClick={() => void match()}
        disabled={open.length === 0}
        loading={isRunning}
        data-autofocus
      >
        {t('disbursements:match.act', { count: open.length })}
      </Button>
    </Stack>
  );
}
