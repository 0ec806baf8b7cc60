import './mailboxes.css';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct, type ActOutcome } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { useKeys } from '../../ui/keys';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import type { OutsideLine } from './lines';
import { OpenOutsideNoteDocument, SettleOutsideNoteDocument } from './outside.documents';

/** One note: its words, and its end, which destroys them. */
export function OutsideDetail({
  note,
  changed,
}: {
  readonly note: OutsideLine;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const opening = useAct(OpenOutsideNoteDocument, { isSealed: true });
  const settling = useAct(SettleOutsideNoteDocument);
  const [text, setText] = useState<string | null>(null);
  const [isEnding, setEnding] = useState(false);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const input = { noteId: note.id };
  const isOpen = note.state === 'OPEN';
  const read = async (): Promise<void> => {
    const answer = await opening.run({ input });
    setOutcome(answer);
    if (answer.kind === 'DONE') setText(answer.done.text);
  };
  useKeys(isOpen ? { o: () => void read(), d: () => setEnding(true) } : {});
  return (
    <Stack gap="md" p="md">
      <Title order={2} size="h4">
        {t(`mailboxes:outsideKind.${note.kind}`)}
      </Title>
      {isOpen ? (
        <Group>
          <Button loading={opening.isRunning} onClick={() => void read()}>
            {t('mailboxes:detail.read')} <kbd>o</kbd>
          </Button>
          <Button variant="default" onClick={() => setEnding(true)}>
            {t('mailboxes:outside.settle')} <kbd>d</kbd>
          </Button>
        </Group>
      ) : (
        <Text size="sm">{t('mailboxes:outside.gone')}</Text>
      )}
      {text !== null && <Text className="mailbox-words">{text}</Text>}
      <OutcomeAlert outcome={outcome} />
      <ActDialog
        title={t('mailboxes:outside.settle')}
        about={t('mailboxes:outside.settleAbout')}
        confirm={t('mailboxes:outside.settle')}
        isOpen={isEnding}
        close={() => setEnding(false)}
        act={() => settling.run({ input })}
        done={() => {
          setText(null);
          toast(t('mailboxes:outside.settled'));
          changed();
          // It is in this list no longer: on a phone nothing else would be left to see.
          void navigate('/outside-notes');
        }}
        isGrave
      />
    </Stack>
  );
}
