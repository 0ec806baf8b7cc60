import { Button, Group, Textarea } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { WriteToFamilyDocument } from './mailboxes.documents';

/** Letters that one line may have; the server says the same. */
const LONGEST = 4_000;

/** A line for the family, which reads it when it comes. */
export function WriteBox({
  mailboxId,
  written,
}: {
  readonly mailboxId: string;
  readonly written: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { run, isRunning } = useAct(WriteToFamilyDocument, { isSealed: true });
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await run({ input: { mailboxId, text } });
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    setText('');
    toast(t('mailboxes:write.done'));
    written();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Textarea
        label={t('mailboxes:write.label')}
        description={t('mailboxes:write.about')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={LONGEST}
        rows={4}
        autosize
        minRows={4}
      />
      <OutcomeAlert outcome={outcome} />
      <Group mt="sm">
        <Button type="submit" loading={isRunning} disabled={text.trim() === ''}>
          {t('mailboxes:write.send')}
        </Button>
      </Group>
    </form>
  );
}
