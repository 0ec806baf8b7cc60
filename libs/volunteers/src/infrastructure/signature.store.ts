import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { Signer } from '../domain/vetting-facts.js';
import type { VettingTransition } from '../domain/vetting-transitions.js';

/** A decision that is being signed. */
export interface DecisionPlace {
  readonly subjectId: string;
  readonly decision: VettingTransition;
  /** The case of a panel, else the subject again. */
  readonly topicId: string;
}

/** One move, for the history. */
export interface TransitionRecord {
  readonly id: string;
  readonly applicationId: string | null;
  readonly personId: string | null;
  readonly transition: VettingTransition;
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
  readonly signedBy: readonly string[];
  readonly madeOn: string;
}

/** Signatures under decisions that take several people, and the history of all moves. */
@Injectable()
export class SignatureStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Who has signed and whose signature still counts. */
  async signers({ subjectId, decision, topicId }: DecisionPlace, now: Date): Promise<Signer[]> {
    return this.unitOfWork.query<Signer>(
      `SELECT signed_by AS "personId", roles FROM volunteer_signature
       WHERE subject_id = $1 AND decision = $2 AND topic_id = $3 AND expires_at > $4`,
      [subjectId, decision, topicId, now],
    );
  }

  /** Signs; the same person's lapsed signature is replaced. */
  async sign(
    place: DecisionPlace,
    signer: Signer,
    { signedOn, expiresAt }: { readonly signedOn: string; readonly expiresAt: Date },
  ): Promise<void> {
    const { subjectId, decision, topicId } = place;
    await this.unitOfWork.execute(
      `DELETE FROM volunteer_signature
       WHERE subject_id = $1 AND decision = $2 AND topic_id = $3 AND signed_by = $4`,
      [subjectId, decision, topicId, signer.personId],
    );
    await this.unitOfWork.execute(
      `INSERT INTO volunteer_signature
         (organization_id, subject_id, decision, topic_id, signed_by, roles, signed_on, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        this.unitOfWork.scope().organizationId,
        subjectId,
        decision,
        topicId,
        signer.personId,
        signer.roles,
        signedOn,
        expiresAt,
      ],
    );
  }

  /** A move makes every signature under another one stale. */
  async clear(subjectId: string): Promise<void> {
    await this.unitOfWork.execute('DELETE FROM volunteer_signature WHERE subject_id = $1', [
      subjectId,
    ]);
  }

  async record(move: TransitionRecord): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO volunteer_transition (id, organization_id, application_id, person_id, transition, from_state,
         to_state, reason, signed_by, made_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        move.id,
        this.unitOfWork.scope().organizationId,
        move.applicationId,
        move.personId,
        move.transition,
        move.from,
        move.to,
        move.reason,
        move.signedBy,
        move.madeOn,
      ],
    );
  }
}
