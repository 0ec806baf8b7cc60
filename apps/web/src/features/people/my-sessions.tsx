import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Failed, Waiting } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { toast } from '../../ui/toast';
import { EndSessionDocument, MySessionsDocument } from './changes.documents';

/** Where I am signed in, and ending one of them. The desk knows times only: no device, no address. */
export function MySessions(): ReactNode {
  const { t } = useTranslation();
  const { data, failure, refresh } = useRead(MySessionsDocument, {});
  const ending = useAct(EndSessionDocument);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const end = async (sessionId: string): Promise<void> => {
    const answer = await ending.run({ input: { sessionId } });
    setOutcome(answer);
    if (answer.kind === 'DONE') toast(t('people:sessions.ended'));
    refresh();
  };
  return (
    <Card withBorder>
      <Title order={2} size="h5">
        {t('people:sessions.title')}
      </Title>
      <Text size="sm" mt="xs">
        {t('people:sessions.about')}
      </Text>
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {data === null && failure === null && <Waiting rows={1} />}
      <ul className="shifts">
        {(data?.mySessions ?? []).map(({ id, createdAt, lastSeenAt, countsUntil, isThis }) => (
          <li key={id}>
            <span>{t('people:sessions.since', { when: formatMoment(createdAt) })}</span>
            <span className="quiet">
              {t('people:sessions.seen', {
                when: formatMoment(lastSeenAt),
                until: formatMoment(countsUntil),
              })}
            </span>
            <Group>
              {isThis ? (
                <Text size="sm" fw={600}>
                  {t('people:sessions.this')}
                </Text>
              ) : (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('people:sessions.endOf', { when: formatMoment(createdAt) })}
                  loading={ending.isRunning}
                  onClick={() => void end(id)}
                >
                  {t('people:sessions.end')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      <OutcomeAlert outcome={outcome} />
    </Card>
  );
}
