import { Button, NativeSelect, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { useKeys } from '../../ui/keys';

interface ReasonActProps<Done> extends ButtonProps {
  /** What the button says, and the dialog behind it. */
  readonly label: string;
  readonly about?: string;
  /** Codes to choose from; without them only the fields are asked. */
  readonly reasons?: readonly string[];
  readonly act: (reason: string) => Promise<ActOutcome<Done>>;
  readonly done: (done: Done) => void;
  readonly hotkey?: string;
  readonly isReady?: boolean;
  readonly isGrave?: boolean;
  /** Further fields. */
  readonly fields?: ReactNode;
}

/** A button that asks for a reason from the list, and sends. */
export function ReasonAct<Done>(props: ReasonActProps<Done>): ReactNode {
  const { label, about, reasons = [], act, done, hotkey, fields, ...rest } = props;
  const { isReady = true, isGrave = false, ...looks } = rest;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState('');
  // A list may change with another field; what is no longer on it does not count.
  const reason = reasons.includes(picked) ? picked : '';
  useKeys(hotkey === undefined ? {} : { [hotkey]: () => setOpen(true) });
  return (
    <>
      <Button
        size="sm"
        variant="default"
        {...looks}
        rightSection={hotkey === undefined ? undefined : <kbd>{hotkey}</kbd>}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <ActDialog
        title={label}
        about={about}
        confirm={label}
        isOpen={isOpen}
        close={() => setOpen(false)}
        act={() => act(reason)}
        done={done}
        isReady={isReady && (reasons.length === 0 || reason !== '')}
        isGrave={isGrave}
      >
        {fields}
        {reasons.length > 0 && (
          <NativeSelect
            label={t('disbursements:acts.reason')}
            value={reason}
            onChange={(event) => setPicked(event.currentTarget.value)}
            data={[
              { value: '', label: t('disbursements:acts.choose') },
              ...reasons.map((value) => ({ value, label: t(`disbursements:reason.${value}`) })),
            ]}
          />
        )}
      </ActDialog>
    </>
  );
}
