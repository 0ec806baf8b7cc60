import { Box, Button, Card, Group, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { Facts } from '../../ui/facts';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Sealed } from '../../ui/sealed';
import { LeaseRing } from './lease-ring';
import { OpenTaskDetailsDocument } from './words.documents';
import { formatTime } from '../../ui/time';

/** Minutes for which details stay open at most (decision 9). */
const OPEN_MS = 15 * 60_000;

interface Opened {
  readonly what: string;
  readonly place: string | null;
  readonly contact: string | null;
  readonly expiresAt: string;
}

/** What a task is about, sealed until it is opened, behind a ring that empties, and kept nowhere. */
export function TaskDetails({
  taskId,
  opensAtOnce = false,
}: {
  readonly taskId: string;
  /** The tap before this one was already the wish to read them. */
  readonly opensAtOnce?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const opening = useAct(OpenTaskDetailsDocument, { isSealed: true });
  const { run } = opening;
  const [outcome, setOutcome] = useState<ActOutcome<Opened> | null>(null);
  const open = useCallback(async () => setOutcome(await run({ input: { taskId } })), [run, taskId]);
  const hide = useCallback(() => setOutcome(null), []);
  const hasOpened = useRef(false);
  useEffect(() => {
    if (!opensAtOnce || hasOpened.current) return;
    hasOpened.current = true;
    void open();
  }, [opensAtOnce, open]);
  const details = outcome?.kind === 'DONE' ? outcome.done : null;
  useEffect(() => {
    if (details === null) return undefined;
    const timer = setTimeout(hide, new Date(details.expiresAt).getTime() - Date.now());
    return () => clearTimeout(timer);
  }, [details, hide]);
  return (
    <section aria-labelledby="details">
      <Title order={2} size="h5" id="details" mb="xs">
        {t('dispatch:details.title')}
      </Title>
      {details === null ? (
        <>
          <Sealed what={t('dispatch:details.sealed')} who={t('dispatch:details.who')} />
          <Button
            size="lg"
            fullWidth
            mt="sm"
            loading={opening.isRunning}
            onClick={() => void open()}
          >
            {t('dispatch:details.open')}
          </Button>
          <Text size="xs" c="dimmed" mt={4}>
            {t('ui:reveal.logged')}
          </Text>
          <OutcomeAlert outcome={outcome} />
        </>
      ) : (
        <Card withBorder className="revealed" padding="md">
          <Group justify="space-between" mb="sm">
            <Box flex="1 1 210px">
              <LeaseRing
                until={details.expiresAt}
                wholeMs={OPEN_MS}
                label={t('dispatch:details.until', { when: formatTime(details.expiresAt) })}
              />
            </Box>
            <Button variant="default" flex="none" px="sm" onClick={hide}>
              {t('ui:reveal.close')}
            </Button>
          </Group>
          <Text className="words" mb="sm">
            {details.what}
          </Text>
          <Facts
            pairs={[
              [t('dispatch:details.place'), details.place],
              [t('dispatch:details.contact'), details.contact],
            ]}
          />
        </Card>
      )}
    </section>
  );
}
