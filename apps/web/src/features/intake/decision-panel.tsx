import { Button, Group, Stack, Text, Title } from '@mantine/core';
import {
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../../api/use-act';
import { OutcomeAlert } from '../../ui/refusal-alert';

/**
 * Asks for what a decision needs without hiding the card: below it on the desk, within reach of the thumb on a phone.
 * Enter sends, Esc leaves.
 */
export function DecisionPanel<Done>(props: {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly about?: string;
  /** What the button says: the act itself. */
  readonly confirm: string;
  /** The letter that opened the panel sends, too; for decisions without fields. */
  readonly againKey?: string;
  readonly isReady?: boolean;
  readonly isGrave?: boolean;
  readonly close: () => void;
  /** Decides; what becomes of it is told elsewhere, because the card is left at once. */
  readonly decide?: () => void;
  /** Sends it, and stays where it is refused. */
  readonly act?: () => Promise<ActOutcome<Done>>;
  readonly done?: (done: Done) => void;
  /** Fields; one may have `data-autofocus`, else the button has the focus. */
  readonly children?: ReactNode;
}): ReactNode {
  const {
    title,
    about,
    confirm,
    againKey,
    isReady = true,
    isGrave = false,
    close,
    decide,
    act,
    done,
  } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<ActOutcome<Done> | null>(null);
  const [isRunning, setRunning] = useState(false);

  useEffect(() => {
    const chosen = form.current?.querySelector<HTMLElement>('[data-autofocus]');
    (chosen ?? form.current?.querySelector<HTMLElement>('button[type="submit"]'))?.focus();
  }, []);

  const send = async (event: FormEvent | KeyboardEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || isRunning) return;
    decide?.();
    if (act === undefined) return;
    setRunning(true);
    const answer = await act();
    setRunning(false);
    setOutcome(answer);
    if (answer.kind === 'DONE') done?.(answer.done);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // The card stays open; only the panel goes.
      event.stopPropagation();
      close();
    }
    const isButton = event.target instanceof HTMLButtonElement;
    // A key that is held down decides nothing.
    if (event.key !== againKey || event.repeat || !isButton) return;
    event.stopPropagation();
    void send(event);
  };

  return (
    <form
      ref={form}
      className="decision"
      onSubmit={(event) => void send(event)}
      onKeyDown={press}
      noValidate
    >
      <Stack gap="xs">
        <Title order={3} size="h6">
          {title}
        </Title>
        {about !== undefined && <Text size="sm">{about}</Text>}
        {props.children}
        <OutcomeAlert outcome={outcome} />
        <Group gap="xs">
          <Button
            type="submit"
            size="sm"
            color={isGrave ? 'red' : undefined}
            loading={isRunning}
            disabled={!isReady}
          >
            {confirm}
            {againKey !== undefined && <kbd className="on-button">{againKey}</kbd>}
          </Button>
          <Button size="sm" variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
