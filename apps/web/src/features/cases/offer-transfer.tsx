import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import type { ActProps } from './opened-case';
import { PartnerSelect } from './partner-select';
import { OfferCaseTransferDocument } from './transfers.documents';

/** Asks another organisation whether it takes the family on; nothing of the family leaves with the question. */
export function OfferTransfer({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { run } = useAct(OfferCaseTransferDocument, { isSealed: true });
  const [organizationId, setOrganizationId] = useState('');
  const { id: caseId, version, codename } = file;
  return (
    <ActDialog
      title={t('cases:offer.title', { codename })}
      about={t('cases:offer.about')}
      confirm={t('cases:offer.confirm')}
      isOpen
      close={close}
      isReady={organizationId !== ''}
      act={() => run({ input: { caseId, version, organizationId } })}
      done={({ offerId }) => {
        toast(t('cases:offer.done', { codename }));
        changed();
        void navigate(`/hand-overs/${offerId}`);
      }}
    >
      <PartnerSelect value={organizationId} change={setOrganizationId} />
    </ActDialog>
  );
}
