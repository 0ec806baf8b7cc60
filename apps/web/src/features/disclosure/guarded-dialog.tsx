import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { QUARANTINE_REASONS, type GuardedAct, type GuardedCase } from './guarded-acts';
import { MoveGuardedCaseDocument } from './oversight.documents';

/** Puts a case into quarantine at once, or signs that it may leave it; the second signature is a coordinator's. */
export function GuardedDialog({
  file,
  act,
  close,
  changed,
}: {
  readonly file: GuardedCase;
  readonly act: GuardedAct;
  readonly close: () => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const moving = useAct(MoveGuardedCaseDocument);
  const [reason, setReason] = useState('');
  const asksReason = act === 'QUARANTINE';
  const { id: caseId, version, codename } = file;
  return (
    <ActDialog
      title={t(`disclosure:guardedAct.${act}.of`, { codename })}
      about={t(`disclosure:guardedAct.${act}.about`)}
      confirm={t(`disclosure:guardedAct.${act}.act`)}
      isOpen
      close={close}
      isGrave={asksReason}
      isReady={!asksReason || reason !== ''}
      act={() =>
        moving.run({
          input: { caseId, version, transition: act, ...(reason === '' ? {} : { reason }) },
        })
      }
      done={({ awaitsSecondSignature }) => {
        toast(
          awaitsSecondSignature
            ? t('disclosure:guarded.awaitsSecond', { codename })
            : t(`disclosure:guardedAct.${act}.done`, { codename }),
        );
        changed();
      }}
    >
      {asksReason && (
        <NativeSelect
          label={t('disclosure:guarded.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
          data={[
            { value: '', label: t('disclosure:guarded.chooseReason') },
            ...QUARANTINE_REASONS.map((value) => ({
              value,
              label: t(`disclosure:quarantineReason.${value}`),
            })),
          ]}
        />
      )}
    </ActDialog>
  );
}
