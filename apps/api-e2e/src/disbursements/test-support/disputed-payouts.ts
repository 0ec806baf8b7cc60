import type { TestClient, TestDesk } from '@kinward/testing';
import {
  ask,
  key,
  must,
  released,
  type AnyAnswer,
  type FundedNeed,
} from '../disbursement-scene.js';

/** States that a dispute can start from. */
export const DISPUTABLE = ['DELIVERED', 'EVIDENCED', 'RECONCILED'] as const;
export type Disputable = (typeof DISPUTABLE)[number];

/** A payout that was delivered as a whole, and as proven and matched as is asked for. */
export async function deliveredPayout(
  desk: TestDesk,
  need: Pick<FundedNeed, 'reservationId'>,
  upTo: Disputable = 'DELIVERED',
  more: object = {},
): Promise<string> {
  const { disbursementId } = await released(desk, need, more);
  const officer = await desk.as('finance-officer');
  await must(officer, 'markDelivered', { commandKey: key(), disbursementId });
  if (upTo !== 'DELIVERED') await prove(desk, disbursementId);
  if (upTo === 'RECONCILED') {
    await must(officer, 'reconcileDisbursement', { disbursementId, reference: 'BANK-1' });
  }
  return disbursementId;
}

/** Brings the proof that a payout to an account abroad asks for. */
export async function prove(desk: TestDesk, disbursementId: string): Promise<AnyAnswer> {
  return must(await desk.as('caseworker'), 'recordEvidence', {
    disbursementId,
    evidenceClass: 'E3',
    what: 'RECEIPT',
    document: 'RGVtbw==',
  });
}

/** The family says no. */
export async function dispute(desk: TestDesk, disbursementId: string): Promise<string> {
  const input = { disbursementId, reasonCode: 'FAMILY_SAYS_NO' };
  await must(await desk.as('caseworker'), 'openDispute', input);
  return disbursementId;
}

/** A reason that fits, by finding. */
const REASONS = {
  RECEIVED: 'RECEIVED_AFTER_ALL',
  LOST: 'NEVER_ARRIVED',
  CAME_BACK: 'REPAID',
} as const;
export type Finding = keyof typeof REASONS;

/** Settles a dispute as somebody. */
export function settleAs(
  client: TestClient,
  disbursementId: string,
  finding: Finding,
  more: object = {},
): Promise<AnyAnswer> {
  const input = { commandKey: key(), disbursementId, finding, reasonCode: REASONS[finding] };
  return ask(client, 'settleDispute', { ...input, ...more });
}
