import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { ActButton } from '../../ui/act-button';
import { useMay } from '../../ui/may';
import { useMe } from '../../session/session';
import { ApproveDocument, DeclareInterestDocument, RejectDocument } from './acts.documents';
import { KeyAct } from './key-act';
import type { ActProps } from './payout-acts-types';
import { REASONS } from './payout-codes';
import { ReasonAct } from './reason-act';

/** Yes or no of an approver: two buttons, a reason only for "no". Signing says that one gains nothing from it. */
export function SignActs({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { id: myId } = useMe();
  const declaring = useAct(DeclareInterestDocument);
  const approving = useAct(ApproveDocument);
  const rejecting = useAct(RejectDocument);
  const { id: disbursementId, version } = payout;
  if (!may('approveDisbursement') || payout.state !== 'PENDING_APPROVAL') return null;
  const hasMine = payout.signatures.some(
    ({ isValid, act, person }) =>
      isValid && person?.id === myId && (act === 'MADE' || act === 'APPROVED'),
  );
  if (hasMine) return <Text size="sm">{t('disbursements:sign.notYou')}</Text>;

  const approve = async (): Promise<ActOutcome<unknown>> => {
    const declared = await declaring.run({ input: { disbursementId, hasInterest: false } });
    return declared.kind === 'DONE'
      ? approving.run({ input: { disbursementId, version } })
      : declared;
  };
  return (
    <>
      <Text size="sm">{t('disbursements:sign.noInterest')}</Text>
      <Group gap="xs" align="start">
        <KeyAct label={t('disbursements:sign.approve')} hotkey="a" act={approve} done={done} />
        <ReasonAct
          label={t('disbursements:sign.reject')}
          about={t('disbursements:sign.rejectAbout')}
          hotkey="n"
          reasons={REASONS.REJECT}
          act={(reasonCode) => rejecting.run({ input: { disbursementId, version, reasonCode } })}
          done={done}
          isGrave
        />
        <InterestButton payout={payout} done={done} />
      </Group>
    </>
  );
}

/** "I gain from it": whoever says so does not sign, and is not asked again. */
export function InterestButton({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const declaring = useAct(DeclareInterestDocument);
  return (
    <ActButton
      size="sm"
      variant="subtle"
      act={() => declaring.run({ input: { disbursementId: payout.id, hasInterest: true } })}
      done={done}
    >
      {t('disbursements:sign.interest')}
    </ActButton>
  );
}
