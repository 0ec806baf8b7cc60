import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMay } from '../../ui/may';
import { ReconcileDocument, RecordProofDocument, WaiveEvidenceDocument } from './acts.documents';
import type { ActProps } from './payout-acts-types';
import { PROOFS, REASONS } from './payout-codes';
import { ReasonAct } from './reason-act';

const PROVABLE: readonly string[] = ['RELEASED', 'IN_TRANSIT', 'DELIVERED'];
const KINDS = Object.entries(PROOFS).flatMap(([evidenceClass, kinds]) =>
  kinds.map((what) => ({ evidenceClass, what })),
);

/** Proof, its waiver by two, and the match with the bank or the cash count. */
export function ProofActs({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const waiving = useAct(WaiveEvidenceDocument);
  const { id: disbursementId, state } = payout;
  return (
    <>
      {may('recordEvidence') && PROVABLE.includes(state) && (
        <RecordProof payout={payout} done={done} />
      )}
      {may('waiveEvidence') && state === 'DELIVERED' && (
        <ReasonAct
          label={t('disbursements:proof.waive')}
          about={t('disbursements:proof.waiveAbout')}
          reasons={REASONS.WAIVE}
          act={(reasonCode) => waiving.run({ input: { disbursementId, reasonCode } })}
          done={done}
        />
      )}
      {may('reconcileDisbursement') && state === 'EVIDENCED' && (
        <Reconcile payout={payout} done={done} />
      )}
    </>
  );
}

function RecordProof({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const recording = useAct(RecordProofDocument);
  const [picked, setPicked] = useState('');
  const proof = KINDS.find(({ what }) => what === picked);
  return (
    <ReasonAct
      label={t('disbursements:proof.record')}
      about={t('disbursements:proof.recordAbout')}
      hotkey="p"
      isReady={proof !== undefined}
      act={() => {
        const { evidenceClass, what } = proof ?? { evidenceClass: '', what: '' };
        return recording.run({ input: { disbursementId: payout.id, evidenceClass, what } });
      }}
      done={done}
      fields={
        <NativeSelect
          label={t('disbursements:proof.kind')}
          value={picked}
          onChange={(event) => setPicked(event.currentTarget.value)}
          data={[
            { value: '', label: t('disbursements:acts.choose') },
            ...KINDS.map(({ evidenceClass, what }) => ({
              value: what,
              label: `${evidenceClass}: ${t(`disbursements:proofKind.${what}`)}`,
            })),
          ]}
        />
      }
    />
  );
}

function Reconcile({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const reconciling = useAct(ReconcileDocument);
  const [reference, setReference] = useState('');
  return (
    <ReasonAct
      label={t('disbursements:proof.reconcile')}
      about={t('disbursements:proof.reconcileAbout')}
      hotkey="m"
      isReady={reference.trim() !== ''}
      act={() =>
        reconciling.run({ input: { disbursementId: payout.id, reference: reference.trim() } })
      }
      done={done}
      fields={
        <TextInput
          label={t('disbursements:proof.reference')}
          description={t('disbursements:proof.referenceAbout')}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      }
    />
  );
}
