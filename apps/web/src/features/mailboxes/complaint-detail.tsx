import './mailboxes.css';
import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useKeys } from '../../ui/keys';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { formatDay } from '../../ui/time';
import { toast } from '../../ui/toast';
import type { ComplaintLine } from './lines';
import { AnswerComplaintDocument, OpenComplaintDocument } from './complaints.documents';

const LONGEST = 4_000;

/** One complaint, opened with my own copy, and the answer that only the family reads. */
export function ComplaintDetail({
  complaint,
  changed,
}: {
  readonly complaint: ComplaintLine;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const opening = useAct(OpenComplaintDocument, { isSealed: true });
  const answering = useAct(AnswerComplaintDocument, { isSealed: true });
  const [said, setSaid] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const complaintId = complaint.id;
  const read = async (): Promise<void> => {
    const answer = await opening.run({ input: { complaintId } });
    setOutcome(answer);
    if (answer.kind === 'DONE') setSaid(answer.done.text);
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { version } = complaint;
    const answer = await answering.run({ input: { complaintId, version, text } });
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    toast(t('mailboxes:complaints.sent'));
    changed();
    // It is in this list no longer: on a phone nothing else would be left to see.
    void navigate('/complaints');
  };
  useKeys({ o: () => void read() });
  return (
    <Stack gap="md" p="md">
      <Title order={2} size="h4">
        {t(`mailboxes:about.${complaint.kind}`)}
      </Title>
      <Text size="sm">{t('mailboxes:complaints.due', { day: formatDay(complaint.dueOn) })}</Text>
      {complaint.escalatedOn !== null && complaint.state === 'OPEN' && (
        <Text size="sm">
          {t('mailboxes:complaints.escalated', { day: formatDay(complaint.escalatedOn) })}
        </Text>
      )}
      <Group>
        <Button loading={opening.isRunning} onClick={() => void read()}>
          {t('mailboxes:detail.read')} <kbd>o</kbd>
        </Button>
      </Group>
      {said !== null && <Text className="mailbox-words">{said}</Text>}
      {said !== null && complaint.kind === 'APPEAL' && (
        <Text size="sm">{t('mailboxes:complaints.appealAbout')}</Text>
      )}
      {said !== null && complaint.state === 'OPEN' && (
        <form onSubmit={(event) => void send(event)}>
          <Textarea
            label={t('mailboxes:complaints.answer')}
            description={t('mailboxes:complaints.answerAbout')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={LONGEST}
            autosize
            minRows={4}
          />
          <Group mt="sm">
            <Button type="submit" loading={answering.isRunning} disabled={text.trim() === ''}>
              {t('mailboxes:complaints.send')}
            </Button>
          </Group>
        </form>
      )}
      <OutcomeAlert outcome={outcome} />
    </Stack>
  );
}
