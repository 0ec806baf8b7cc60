import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { formatDistance, useNow } from '../../ui/time';
import { MarkPingsSeenDocument, MyPingsDocument } from './mine.documents';

/** Whether I was asked to look; a ping never says what for. */
export function MyPings(): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { data, refresh } = useRead(MyPingsDocument, {}, { isSealed: true, topics: ['ping'] });
  const marking = useAct(MarkPingsSeenDocument, { isSealed: true });
  const pings = data?.myPings;
  if (pings === undefined) return null;
  const mark = async (): Promise<void> => {
    await marking.run({});
    refresh();
  };
  const when = pings.since === null ? '' : formatDistance(new Date(pings.since).getTime() - now);
  return (
    <Group justify="space-between">
      <Text size="sm">
        {pings.unseen === 0
          ? t('volunteers:ping.none')
          : t('volunteers:ping.asked', { count: pings.unseen, when })}
      </Text>
      {pings.unseen > 0 && (
        <Button size="sm" variant="default" loading={marking.isRunning} onClick={() => void mark()}>
          {t('volunteers:ping.seen')}
        </Button>
      )}
    </Group>
  );
}
