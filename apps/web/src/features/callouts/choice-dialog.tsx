import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import type { DialogProps } from './act-bar-types';
import type { CallOutAct } from './acts';

/** Asks for one thing out of a list, and does the act with it. */
export function ChoiceDialog({
  act,
  about,
  confirm,
  label,
  options,
  first = '',
  send,
  isOpen,
  close,
  changed,
}: Omit<DialogProps, 'file' | 'protocols'> & {
  readonly act: CallOutAct;
  /** What will happen, in a sentence. */
  readonly about: string;
  /** What the button says; the name of the act where it is left out. */
  readonly confirm?: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What is chosen at first. */
  readonly first?: string;
  readonly send: (chosen: string) => Promise<ActOutcome<unknown>>;
}): ReactNode {
  const { t } = useTranslation();
  const [chosen, choose] = useState(first);
  const title = t(`callouts:act.${act}`);
  return (
    <ActDialog
      title={title}
      about={about}
      confirm={confirm ?? title}
      isOpen={isOpen}
      close={close}
      isReady={chosen !== ''}
      act={() => send(chosen)}
      done={() => {
        toast(t(`callouts:done.${act}`));
        changed();
      }}
    >
      <NativeSelect
        label={label}
        data-autofocus
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[{ value: '', label: t('callouts:raise.choose') }, ...options]}
      />
    </ActDialog>
  );
}
