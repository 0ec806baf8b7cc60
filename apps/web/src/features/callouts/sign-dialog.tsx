import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { formatMoney } from '../../ui/money';
import { toast } from '../../ui/toast';
import type { DialogProps } from './act-bar-types';
import { SignCallOutDocument } from './call-out.documents';

/** The second signature under the money of a dispatch, by somebody else. */
export function SignDialog({ file: { callOut }, isOpen, close, changed }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const signing = useAct(SignCallOutDocument);
  const { id: callOutId, version, reserved, dispatchedBy } = callOut;
  return (
    <ActDialog
      title={t('callouts:act.SIGN')}
      about={t('callouts:sign.about', {
        amount: formatMoney(reserved),
        name: dispatchedBy?.displayName ?? t('callouts:step.colleague'),
      })}
      confirm={t('callouts:sign.confirm', { amount: formatMoney(reserved) })}
      isOpen={isOpen}
      close={close}
      act={() => signing.run({ input: { callOutId, version } })}
      done={() => {
        toast(t('callouts:done.SIGN'));
        changed();
      }}
    />
  );
}
