import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ActOutcome } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';

/** A quiet button for an act that cannot be taken back: it asks once more. */
export function ConfirmAct<Done>({
  name,
  about,
  act,
  done,
}: {
  readonly name: string;
  readonly about: string;
  readonly act: () => Promise<ActOutcome<Done>>;
  readonly done: (done: Done) => void;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="subtle" onClick={() => setOpen(true)}>
        {name}
      </Button>
      <ActDialog
        title={name}
        about={about}
        confirm={name}
        isGrave
        isOpen={isOpen}
        close={() => setOpen(false)}
        act={act}
        done={done}
      />
    </>
  );
}
