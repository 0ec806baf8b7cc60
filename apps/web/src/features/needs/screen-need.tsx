import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { ScreenNeedDocument } from './acts.documents';
import { PRIORITIES, REASONS } from './need-codes';
import type { OpenedNeed } from './opened-need';
import { useNeedType } from './need-type';

/** Sends a draft on and starts its clocks; another priority than the usual one needs a reason. */
export function ScreenNeed({
  need,
  close,
  changed,
}: {
  readonly need: OpenedNeed;
  readonly close: () => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const screening = useAct(ScreenNeedDocument);
  const usual = useNeedType(need.code)?.priority ?? '';
  const [priority, setPriority] = useState(need.priority ?? usual);
  const [reason, setReason] = useState('');
  const isOther = priority !== usual;
  const input = {
    ...{ needId: need.id, version: need.version, priority },
    ...(isOther ? { priorityReason: reason } : {}),
  };
  return (
    <ActDialog
      title={t('needs:act.SUBMIT')}
      about={t('needs:about.SUBMIT')}
      confirm={t('needs:act.SUBMIT')}
      isOpen
      close={close}
      isReady={!isOther || reason !== ''}
      act={() => screening.run({ input })}
      done={() => {
        toast(t('needs:done.SUBMIT'));
        changed();
      }}
    >
      <NativeSelect
        label={t('needs:screen.priority')}
        description={t('needs:screen.usual', { priority: usual })}
        value={priority}
        data-autofocus
        onChange={(event) => setPriority(event.currentTarget.value)}
        data={[...PRIORITIES]}
      />
      {isOther && (
        <NativeSelect
          label={t('needs:reason.label')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data={[
            { value: '', label: t('needs:screen.choose') },
            ...REASONS.PRIORITY.map((value) => ({ value, label: t(`needs:reason.${value}`) })),
          ]}
        />
      )}
    </ActDialog>
  );
}
