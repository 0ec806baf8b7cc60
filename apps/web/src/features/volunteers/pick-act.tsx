import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ActOutcome } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';

/** A button for an act that asks for one thing from a list that somebody can search. */
export function PickAct<Done>({
  name,
  about,
  label,
  choices,
  act,
  done,
}: {
  readonly name: string;
  readonly about: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly act: (choice: string) => Promise<ActOutcome<Done>>;
  readonly done: (done: Done) => void;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [choice, setChoice] = useState<string | null>(null);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {name}
      </Button>
      <ActDialog
        title={name}
        about={about}
        confirm={name}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={choice !== null}
        act={() => act(choice ?? '')}
        done={done}
      >
        <Select label={label} searchable value={choice} onChange={setChoice} data={[...choices]} />
      </ActDialog>
    </>
  );
}
