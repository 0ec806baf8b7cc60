import { randomUUID } from 'node:crypto';
import { SessionAuthenticator } from '@kinward/identity';
import { ok } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import type { TestDesk } from '@kinward/testing';
import { AccessGranting, CompartmentCreation } from '@kinward/vault';
import { cents } from '../../needs/need-helpers.js';
import { approve, fundedNeed, must, submitted } from '../disbursement-scene.js';

export interface ApprovedPayout {
  readonly disbursementId: string;
  readonly caseId: string;
}

/** The rows of a payout that are copied under a new id; nothing in them is signed or sealed to it. */
const COPY = `WITH copy AS (
    INSERT INTO disbursement SELECT (jsonb_populate_record(d, jsonb_build_object('id', n.id,
      'instruction_subject_id', n.subject_id, 'sheet_subject_id', gen_random_uuid()))).*
    FROM disbursement d, unnest($2::uuid[], $3::uuid[]) AS n (id, subject_id) WHERE d.id = $1),
  signatures AS (
    INSERT INTO disbursement_signature SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(),
      'disbursement_id', n.id))).*
    FROM disbursement_signature s, unnest($2::uuid[]) AS n (id) WHERE s.disbursement_id = $1)
  INSERT INTO disbursement_interest SELECT (jsonb_populate_record(i, jsonb_build_object('disbursement_id', n.id))).*
  FROM disbursement_interest i, unnest($2::uuid[]) AS n (id) WHERE i.disbursement_id = $1`;

/**
 * Payouts of one need that wait for their release, each a part of what is reserved. The first goes the whole way over
 * GraphQL; the others are copies of its rows, each with a payment instruction's compartment of its own that the vault
 * has really sealed to whoever releases. Their decision sheets are nobody's, because a release reads none.
 */
export async function approvedPayouts(
  desk: TestDesk,
  order: { readonly fundId: string; readonly count: number; readonly each: number },
): Promise<ApprovedPayout[]> {
  const { fundId, count, each } = order;
  const { caseId, reservationId } = await fundedNeed(desk, { fundId, minorUnits: count * each });
  const amount = cents(BigInt(each));
  const { disbursementId } = await submitted(desk, { reservationId }, { amount });
  const signed = await approve(desk, disbursementId);
  if (signed.state !== 'APPROVED') throw new Error(JSON.stringify(signed));
  const officer = await desk.as('finance-officer');
  await must(officer, 'declareInterest', { disbursementId, hasInterest: false });
  const subjects = await sealInstructions(desk, count - 1);
  const ids = subjects.map(() => randomUUID());
  await desk.database.asOperator(COPY, [disbursementId, ids, subjects]);
  return [disbursementId, ...ids].map((id) => ({ disbursementId: id, caseId }));
}

async function sealInstructions(desk: TestDesk, count: number): Promise<string[]> {
  const { token } = await desk.as('caseworker');
  const sessions = desk.app.get(SessionAuthenticator, { strict: false });
  const session = await sessions.authenticate(`Bearer ${token ?? ''}`);
  if (session === null) throw new Error('the caseworker has no session');
  const { actor } = session;
  const subjects = Array.from({ length: count }, () => randomUUID());
  const holderId = await desk.personId('finance-officer');
  await desk.app.get(UnitOfWork, { strict: false }).run(actor, async () => {
    for (const subjectId of subjects) await sealInstruction(desk, actor, { subjectId, holderId });
    return ok();
  });
  session.wipe();
  return subjects;
}

async function sealInstruction(
  desk: TestDesk,
  actor: Actor,
  place: { readonly subjectId: string; readonly holderId: string },
): Promise<void> {
  const paper = { purpose: 'PAYMENT', tiers: ['T0'] } as const;
  const created = await desk.app
    .get(CompartmentCreation, { strict: false })
    .create(actor, { ...paper, kind: 'INSTRUCTION', subjectId: place.subjectId });
  const granted = await desk.app.get(AccessGranting, { strict: false }).grant(actor, {
    ...paper,
    ...place,
    subjectKind: 'INSTRUCTION',
    expiresAt: null,
    isLocked: false,
  });
  if (!created.ok || !granted.ok) throw new Error(JSON.stringify([created.ok, granted]));
}
