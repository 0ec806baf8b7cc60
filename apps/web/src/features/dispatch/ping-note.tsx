import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { formatDistance, useNow } from '../../ui/time';
import { PingsDocument, SeePingsDocument } from './board.documents';

/** That I was asked to look, and since when; a ping says no more. */
export function PingNote(): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { data, refresh } = useRead(PingsDocument, {}, { isSealed: true, topics: ['ping'] });
  const seeing = useAct(SeePingsDocument, { isSealed: true });
  const pings = data?.myPings;
  if (pings === undefined || pings.unseen === 0) return null;
  const see = async (): Promise<void> => {
    await seeing.run({});
    refresh();
  };
  const when = pings.since === null ? '' : formatDistance(new Date(pings.since).getTime() - now);
  return (
    <Alert variant="light" role="status" mb="md" p="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('dispatch:ping.asked', { count: pings.unseen, when })}</Text>
        <Button
          size="sm"
          px="sm"
          flex="none"
          variant="default"
          loading={seeing.isRunning}
          onClick={() => void see()}
        >
          {t('dispatch:ping.seen')}
        </Button>
      </Group>
    </Alert>
  );
}
