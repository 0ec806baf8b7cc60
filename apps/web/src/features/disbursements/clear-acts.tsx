import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useMay } from '../../ui/may';
import { ClearDocument, DeclareInterestDocument, type DisbursementState } from './acts.documents';
import { KeyAct } from './key-act';
import type { ActProps } from './payout-acts-types';
import { REASONS } from './payout-codes';
import { ReasonAct } from './reason-act';
import { InterestButton } from './sign-acts';

const WAITING: DisbursementState = 'PENDING_SECURITY';

/** Security lets it pass or stops it. */
export function ClearActs({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const declaring = useAct(DeclareInterestDocument);
  const clearing = useAct(ClearDocument);
  const { id: disbursementId, version } = payout;
  if (!may('clearDisbursement') || payout.state !== WAITING) return null;
  const decide = async (
    cleared: boolean,
    reasonCode: string | null,
  ): Promise<ActOutcome<unknown>> => {
    const declared = await declaring.run({ input: { disbursementId, hasInterest: false } });
    if (declared.kind !== 'DONE') return declared;
    return clearing.run({ input: { disbursementId, version, cleared, reasonCode } });
  };
  const passLabel = t('disbursements:clear.pass');
  return (
    <>
      <Text size="sm">{t('disbursements:sign.noInterest')}</Text>
      <Group gap="xs" align="start">
        {payout.clearance === 'B' ? (
          <ReasonAct
            label={passLabel}
            about={t('disbursements:clear.overrideAbout')}
            hotkey="a"
            reasons={REASONS.OVERRIDE}
            act={(reason) => decide(true, reason)}
            done={done}
          />
        ) : (
          <KeyAct label={passLabel} hotkey="a" act={() => decide(true, null)} done={done} />
        )}
        <ReasonAct
          label={t('disbursements:clear.block')}
          about={t('disbursements:clear.blockAbout')}
          hotkey="n"
          reasons={REASONS.BLOCK}
          act={(reason) => decide(false, reason)}
          done={done}
          isGrave
        />
        <InterestButton payout={payout} done={done} />
      </Group>
    </>
  );
}
