import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Role } from '@kinward/platform';
import { isVerificationEvidence } from '../domain/verification.js';
import type { CaseFacts } from '../domain/case-facts.js';
import type { CaseFileRow } from './case-file.entity.js';
import { TransitionSignatureRow } from './case-history.entity.js';

/** What no table can tell yet, or what only the acting person can say. */
export type StatedFacts = Pick<
  CaseFacts,
  'markedAsSpam' | 'provocationCheckDone' | 'writtenException' | 'releaseOrRelocationRecorded'
>;

/** The first of two signatures, with what its signer may do now. */
export interface StandingSignature {
  readonly personId: string;
  readonly roles: readonly Role[];
}

interface FactsRow {
  holder_ids: string[];
  aid_consent: boolean;
  family_contacted: boolean;
  handshake: boolean;
  verified_channel: boolean;
  assignee_load: number;
  call_out_open: boolean;
}

/** Reads what the guards of the state machine look at, under the lock of the case. One statement. */
@Injectable()
export class CaseFactsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async read(
    row: CaseFileRow,
    ground: {
      readonly today: string;
      /** Purposes without which no aid may be given. */
      readonly aidPurposes: readonly string[];
      readonly t0CaseLimit: number;
    },
    stated: StatedFacts,
  ): Promise<CaseFacts> {
    const { today, aidPurposes, t0CaseLimit } = ground;
    const [facts] = await this.unitOfWork.query<FactsRow>(FACTS, [
      row.id,
      today,
      aidPurposes,
      row.stateSince,
      row.assigneeId,
      row.deputyId,
    ]);
    const { transitionPlanMonths: months, evidenceClass } = row;
    return {
      ...stated,
      holderIds: facts?.holder_ids ?? [],
      aidConsentLive: facts?.aid_consent ?? false,
      // Referrals between organisations do not exist yet, so nobody can have accepted one.
      transferConsentLive: false,
      receivingOrganizationAccepted: false,
      callOutOpen: facts?.call_out_open ?? false,
      // Likewise the order by score.
      firstByScore: false,
      evidence: isVerificationEvidence(evidenceClass) ? evidenceClass : null,
      verifierIds: row.verifiedBy === null ? [] : [row.verifiedBy],
      emergencyVerificationDueDay: row.verificationDueDay,
      capacityFree: (facts?.assignee_load ?? 0) < t0CaseLimit,
      familyContactedUs: facts?.family_contacted ?? false,
      newChannelAgreed: facts?.verified_channel ?? false,
      handshakePassed: facts?.handshake ?? false,
      lastConfirmedContact: row.lastConfirmedContactDay ?? row.openedDay,
      contactRhythmDays: row.contactRhythmDays,
      transitionPlan: months === null ? null : { startedOn: row.stateSince, months },
      retentionEndsOn: row.retentionDueDay,
      erasureAskedByFamily: false,
    };
  }

  /** A first signature that still counts: not expired, its signer not suspended. */
  async findSignature(
    caseId: string,
    transition: string,
    now: Date,
  ): Promise<StandingSignature | null> {
    const [row] = await this.unitOfWork.query<{ signed_by: string; roles: Role[] }>(
      `SELECT s.signed_by, p.roles FROM transition_signature s JOIN person p ON p.id = s.signed_by
       WHERE s.case_id = $1 AND s.transition = $2 AND s.expires_at > $3 AND p.standing <> 'SUSPENDED'`,
      [caseId, transition, now],
    );
    return row === undefined ? null : { personId: row.signed_by, roles: row.roles };
  }

  /** Stores a first signature in place of an earlier one. */
  async sign(signature: TransitionSignatureRow): Promise<void> {
    await this.clearSignatures(signature.caseId, signature.transition);
    const manager = await this.unitOfWork.manager();
    await manager.insert(TransitionSignatureRow, signature);
  }

  async clearSignatures(caseId: string, transition: string): Promise<void> {
    await this.unitOfWork.execute(
      'DELETE FROM transition_signature WHERE case_id = $1 AND transition = $2',
      [caseId, transition],
    );
  }
}

const FACTS = `
  SELECT
    (SELECT coalesce(array_agg(DISTINCT g.holder_id), '{}') FROM access_grant g
       JOIN compartment c ON c.id = g.compartment_id AND c.current_epoch = g.epoch
       WHERE c.subject_id = $1 AND g.expires_at > now() AND g.holder_id IN ($5, $6)) AS holder_ids,
    EXISTS (SELECT FROM consent WHERE case_id = $1 AND purpose = ANY($3)
       AND withdrawn_on IS NULL AND lapses_on > $2) AS aid_consent,
    EXISTS (SELECT FROM contact_attempt WHERE case_id = $1 AND made_on >= $4
       AND outcome = 'THEY_CONTACTED_US') AS family_contacted,
    EXISTS (SELECT FROM contact_attempt WHERE case_id = $1 AND made_on >= $4
       AND outcome = 'HANDSHAKE_PASSED') AS handshake,
    EXISTS (SELECT FROM contact_channel WHERE case_id = $1 AND trust = 'VERIFIED') AS verified_channel,
    (SELECT count(*)::int FROM case_file WHERE assignee_id = $5 AND state = 'ACTIVE') AS assignee_load,
    EXISTS (SELECT FROM call_out WHERE case_id = $1
       AND state IN ('TRIAGED', 'DISPATCHED', 'STABILISING', 'STABILISED')) AS call_out_open`;
