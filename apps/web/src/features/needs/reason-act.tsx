import { Radio, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { CancelNeedDocument, RejectNeedDocument, SendBackNeedDocument } from './acts.documents';
import { REASONS } from './need-codes';
import type { OpenedNeed } from './opened-need';

/** Says no, or not like this: with a reason from the list, because a text would sooner or later hold a name. */
export function ReasonAct({
  need,
  name,
  isOpen,
  close,
  changed,
}: {
  readonly need: OpenedNeed;
  readonly name: 'SEND_BACK' | 'REJECT' | 'CANCEL';
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const sendingBack = useAct(SendBackNeedDocument);
  const rejecting = useAct(RejectNeedDocument);
  const cancelling = useAct(CancelNeedDocument);
  const act = { SEND_BACK: sendingBack, REJECT: rejecting, CANCEL: cancelling }[name];
  const [reason, setReason] = useState<string | null>(null);
  return (
    <ActDialog
      title={t(`needs:act.${name}`)}
      about={t(`needs:about.${name}`)}
      confirm={t(`needs:act.${name}`)}
      isOpen={isOpen}
      close={close}
      isReady={reason !== null}
      isGrave={name !== 'SEND_BACK'}
      act={() => act.run({ input: { needId: need.id, version: need.version, reason } })}
      done={() => {
        setReason(null);
        toast(t(`needs:done.${name}`));
        changed();
      }}
    >
      <Radio.Group label={t('needs:reason.label')} value={reason} onChange={setReason}>
        <Stack gap={6} mt={4}>
          {REASONS[name].map((code, place) => (
            <Radio
              key={code}
              size="sm"
              value={code}
              label={t(`needs:reason.${code}`)}
              data-autofocus={place === 0 ? true : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
    </ActDialog>
  );
}
