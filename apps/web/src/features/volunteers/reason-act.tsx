import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';

/** A button for an act that asks for a reason from a list. */
export function ReasonAct<Done>({
  name,
  about,
  reasons,
  act,
  done,
  isGrave = false,
}: {
  /** What the buttons say. */
  readonly name: string;
  readonly about: string;
  readonly reasons: readonly string[];
  readonly act: (reason: string) => Promise<ActOutcome<Done>>;
  readonly done: (done: Done) => void;
  readonly isGrave?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  return (
    <>
      <Button
        size="sm"
        variant={isGrave ? 'outline' : 'default'}
        color={isGrave ? 'red' : undefined}
        onClick={() => setOpen(true)}
      >
        {name}
      </Button>
      <ActDialog
        title={name}
        about={about}
        confirm={name}
        isGrave={isGrave}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={reason !== null}
        act={() => act(reason ?? '')}
        done={done}
      >
        <Select
          label={t('volunteers:reasonLabel')}
          value={reason}
          onChange={setReason}
          data={reasons.map((value) => ({ value, label: t(`volunteers:reason.${value}`) }))}
        />
      </ActDialog>
    </>
  );
}
