import { Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { FreezePreviewDocument, type FreezePreviewInput } from './freezes.documents';
import { numbersOf } from './freeze-numbers';

/** Milliseconds after the last key before the server is asked. */
const PAUSE_MS = 400;

/** A dry run: what a freeze would stop now, in numbers, before it is thrown. What is typed is kept nowhere. */
export function FreezeTry({
  cohort,
  turn,
}: {
  /** Null where nothing is chosen yet. */
  readonly cohort: FreezePreviewInput | null;
  /** Counts up when a freeze has changed the answer. */
  readonly turn: number;
}): ReactNode {
  const { t } = useTranslation();
  const text = JSON.stringify({ cohort, turn });
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const isSettled = settled === text && cohort !== null;
  const { data, refresh, isLoading } = useRead(
    FreezePreviewDocument,
    { input: cohort ?? {} },
    { isSealed: true, isPaused: !isSettled, topics: ['disbursement'] },
  );
  useEffect(() => {
    if (turn > 0) refresh();
  }, [turn, refresh]);
  const answer = isSettled && !isLoading ? data?.freezePreview : undefined;
  if (answer !== undefined && answer.__typename !== 'FreezePreview') {
    return <OutcomeAlert outcome={{ kind: 'REFUSED', refusal: answer }} />;
  }
  return (
    <Text size="sm" fw={600} role="status">
      {cohort === null
        ? t('disbursements:freezes.choose')
        : answer === undefined
          ? t('disbursements:freezes.tries')
          : answer.payments === 0
            ? t('disbursements:freezes.stopsNone')
            : t('disbursements:freezes.stops', numbersOf(answer))}
    </Text>
  );
}
