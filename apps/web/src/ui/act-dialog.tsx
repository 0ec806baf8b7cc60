import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../api/use-act';
import { OutcomeAlert } from './refusal-alert';

interface ActDialogProps<Done> {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly about?: string;
  /** What the button says: the act itself, never "OK". */
  readonly confirm: string;
  readonly isOpen: boolean;
  readonly close: () => void;
  /** Sends it. The dialog stays with its fields as long as the answer is not "done". */
  readonly act: () => Promise<ActOutcome<Done>>;
  /** After it is done; the dialog closes by itself. */
  readonly done?: (done: Done) => void;
  readonly isReady?: boolean;
  /** For what cannot be taken back. */
  readonly isGrave?: boolean;
  /** Fields. */
  readonly children?: ReactNode;
}

/** Asks for what an act needs, sends it, and says what became of it. Enter sends, Esc leaves. */
export function ActDialog<Done>(props: ActDialogProps<Done>): ReactNode {
  const {
    title,
    about,
    confirm,
    isOpen,
    close,
    act,
    done,
    isReady = true,
    isGrave = false,
  } = props;
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<ActOutcome<Done> | null>(null);
  const [isRunning, setRunning] = useState(false);
  const leave = (): void => {
    setOutcome(null);
    close();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || isRunning) return;
    setRunning(true);
    const answer = await act();
    setRunning(false);
    if (answer.kind !== 'DONE') return setOutcome(answer);
    leave();
    done?.(answer.done);
    return undefined;
  };
  return (
    <Modal
      opened={isOpen}
      onClose={leave}
      title={title}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {about !== undefined && <Text size="sm">{about}</Text>}
          {props.children}
          <OutcomeAlert outcome={outcome} />
          <Group justify="end">
            <Button variant="default" onClick={leave}>
              {t('ui:cancel')}
            </Button>
            <Button
              type="submit"
              color={isGrave ? 'red.9' : undefined}
              loading={isRunning}
              disabled={!isReady}
              // Where there is nothing to fill in, Enter does what was asked for.
              data-autofocus={props.children === undefined ? true : undefined}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
