import { Button, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ActOutcome } from '../api/use-act';
import { OutcomeAlert } from './refusal-alert';

/** A button for an act that needs no further word; what was refused is said below it. */
export function ActButton<Done>({
  act,
  done,
  children,
  ...looks
}: ButtonProps & {
  readonly act: () => Promise<ActOutcome<Done>>;
  readonly done?: (done: Done) => void;
  readonly children: ReactNode;
}): ReactNode {
  const [outcome, setOutcome] = useState<ActOutcome<Done> | null>(null);
  const [isRunning, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    const answer = await act();
    setRunning(false);
    setOutcome(answer);
    if (answer.kind === 'DONE') done?.(answer.done);
  };
  return (
    <div>
      <Button {...looks} loading={isRunning} onClick={() => void run()}>
        {children}
      </Button>
      <OutcomeAlert outcome={outcome} />
    </div>
  );
}
