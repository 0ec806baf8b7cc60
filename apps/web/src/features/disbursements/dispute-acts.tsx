import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMay } from '../../ui/may';
import { readAmount } from '../../ui/money';
import { OpenDisputeDocument, SettleDisputeDocument, type DisputeFinding } from './acts.documents';
import { useCommandKey } from './command-key';
import type { ActProps } from './payout-acts-types';
import { REASONS } from './payout-codes';
import { ReasonAct } from './reason-act';

const DISPUTABLE: readonly string[] = ['DELIVERED', 'EVIDENCED', 'RECONCILED'];
const FINDINGS = ['RECEIVED', 'LOST', 'CAME_BACK'] as const satisfies readonly DisputeFinding[];

/** The family says that it did not arrive; security finds out and says what is booked. */
export function DisputeActs({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const opening = useAct(OpenDisputeDocument);
  const { id: disbursementId, state } = payout;
  return (
    <>
      {may('openDispute') && DISPUTABLE.includes(state) && (
        <ReasonAct
          label={t('disbursements:dispute.open')}
          about={t('disbursements:dispute.openAbout')}
          reasons={REASONS.DISPUTE}
          act={(reasonCode) => opening.run({ input: { disbursementId, reasonCode } })}
          done={done}
        />
      )}
      {may('settleDispute') && state === 'DISPUTED' && <Settle payout={payout} done={done} />}
    </>
  );
}

function Settle({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const settling = useAct(SettleDisputeDocument);
  const withKey = useCommandKey();
  const [finding, setFinding] = useState<DisputeFinding>('RECEIVED');
  const [part, setPart] = useState('');
  const minorUnits = readAmount(part);
  const isWhole = finding === 'RECEIVED' || part.trim() === '';
  const { currency } = payout.amount;
  return (
    <ReasonAct
      label={t('disbursements:dispute.settle')}
      about={t('disbursements:dispute.settleAbout')}
      reasons={REASONS[finding]}
      isReady={isWhole || minorUnits !== null}
      act={(reasonCode) =>
        withKey((commandKey) => {
          const missing = isWhole || minorUnits === null ? null : { minorUnits, currency };
          const input = { commandKey, disbursementId: payout.id, finding, reasonCode, missing };
          return settling.run({ input });
        })
      }
      done={done}
      fields={
        <>
          <NativeSelect
            label={t('disbursements:dispute.finding')}
            value={finding}
            onChange={(event) =>
              setFinding(FINDINGS.find((each) => each === event.currentTarget.value) ?? 'RECEIVED')
            }
            data={FINDINGS.map((value) => ({ value, label: t(`disbursements:finding.${value}`) }))}
          />
          {finding !== 'RECEIVED' && (
            <TextInput
              label={t('disbursements:dispute.missing')}
              value={part}
              onChange={(event) => setPart(event.currentTarget.value)}
              error={!isWhole && minorUnits === null ? t('disbursements:notAnAmount') : undefined}
              inputMode="decimal"
            />
          )}
        </>
      }
    />
  );
}
