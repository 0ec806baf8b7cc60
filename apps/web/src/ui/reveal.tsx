import { Button, Card, Group, Select, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../api/use-act';
import { OutcomeAlert } from './refusal-alert';
import { Sealed } from './sealed';
import { useNow } from './time';

/** Minutes for which something stays open on the screen (decision 9). */
const OPEN_MINUTES = 15;
const MINUTE_MS = 60_000;

/**
 * Something sealed that opens in place: with a purpose from a list, behind a clock, and closed again by hand, when the
 * clock is over, or when the screen is left. What was opened is kept nowhere else.
 */
export function Reveal<Opened>({
  what,
  who,
  purposes,
  open,
  children,
}: {
  readonly what: string;
  readonly who?: string;
  /** Codes with their words; one alone is taken without asking. */
  readonly purposes: readonly { readonly value: string; readonly label: string }[];
  readonly open: (purpose: string) => Promise<ActOutcome<Opened>>;
  readonly children: (opened: Opened) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState(
    purposes.length === 1 ? (purposes[0]?.value ?? null) : null,
  );
  const [outcome, setOutcome] = useState<ActOutcome<Opened> | null>(null);
  const [closesAt, setClosesAt] = useState(0);
  const [isRunning, setRunning] = useState(false);

  const reveal = async (): Promise<void> => {
    if (purpose === null) return;
    setRunning(true);
    setOutcome(await open(purpose));
    setClosesAt(Date.now() + OPEN_MINUTES * MINUTE_MS);
    setRunning(false);
  };
  const hide = (): void => setOutcome(null);

  if (outcome?.kind === 'DONE') {
    return (
      <Card withBorder padding="sm" className="revealed">
        <Group justify="space-between" mb="xs">
          <OpenClock closesAt={closesAt} close={hide} />
          <Button size="compact-sm" variant="default" onClick={hide}>
            {t('ui:reveal.close')}
          </Button>
        </Group>
        {children(outcome.done)}
      </Card>
    );
  }
  return (
    <div>
      <Group gap="xs" align="end">
        <Sealed what={what} who={who} />
        {purposes.length > 1 && (
          <Select
            size="xs"
            aria-label={t('ui:reveal.purpose')}
            placeholder={t('ui:reveal.purpose')}
            data={[...purposes]}
            value={purpose}
            onChange={setPurpose}
          />
        )}
        <Button
          size="xs"
          variant="default"
          loading={isRunning}
          disabled={purpose === null}
          onClick={() => void reveal()}
        >
          {t('ui:reveal.open')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('ui:reveal.logged')}
      </Text>
      <OutcomeAlert outcome={outcome} />
    </div>
  );
}

function OpenClock({
  closesAt,
  close,
}: {
  readonly closesAt: number;
  readonly close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const now = useNow(1000);
  const seconds = Math.max(0, Math.ceil((closesAt - now) / 1000));
  const isOver = seconds === 0;
  useEffect(() => {
    if (isOver) close();
  }, [isOver, close]);
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return (
    <Text size="sm" fw={600} role="timer">
      {t('ui:reveal.openFor', { time: `${String(minutes)}:${rest}` })}
    </Text>
  );
}
