import { Button, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ActOutcome } from '../../api/use-act';
import { useKeys } from '../../ui/keys';
import { OutcomeAlert } from '../../ui/refusal-alert';

/** A button with a one-letter key, for an act that needs no further word. */
export function KeyAct<Done>({
  label,
  hotkey,
  act,
  done,
  ...looks
}: ButtonProps & {
  readonly label: string;
  readonly hotkey: string;
  readonly act: () => Promise<ActOutcome<Done>>;
  readonly done: (done: Done) => void;
}): ReactNode {
  const [outcome, setOutcome] = useState<ActOutcome<Done> | null>(null);
  const [isRunning, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    if (isRunning) return;
    setRunning(true);
    const answer = await act();
    setRunning(false);
    setOutcome(answer);
    if (answer.kind === 'DONE') done(answer.done);
  };
  useKeys({ [hotkey]: () => void run() });
  return (
    <div>
      <Button
        {...looks}
        size="sm"
        loading={isRunning}
        onClick={() => void run()}
        rightSection={<kbd>{hotkey}</kbd>}
      >
        {label}
      </Button>
      <OutcomeAlert outcome={outcome} />
    </div>
  );
}
