import { Injectable } from '@nestjs/common';
import { err, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { decideTransition, type TransitionOutcome } from '../../domain/case-state.js';
import { CaseFactsRepository } from '../../infrastructure/case-facts.repository.js';
import { OpenWorkRepository } from '../../infrastructure/open-work.repository.js';
import type { OpenCase } from '../case-access.js';
import { FamilyPacking } from './family-packing.js';

const NOTHING_STATED = {
  markedAsSpam: false,
  provocationCheckDone: false,
  writtenException: false,
  releaseOrRelocationRecorded: false,
} as const;

/**
 * Whether a family may be handed over to an organisation: asked when it is offered, and again when it is sent, because
 * a consent can be withdrawn and money set aside in between.
 */
@Injectable()
export class TransferDecision {
  constructor(
    private readonly packing: FamilyPacking,
    private readonly facts: CaseFactsRepository,
    private readonly openWork: OpenWorkRepository,
  ) {}

  /**
   * WRONG_STATE; REFUSED `STORY_ONLY`, `ROLE_NOT_ALLOWED`, `TRANSFER_CONSENT_REQUIRED`, `MONEY_UNDER_WAY`,
   * `CALL_OUT_UNDER_WAY`, `TASK_UNDER_WAY`; INTEGRITY. That the receiver accepts is the caller's to see.
   */
  async decide(
    actor: Actor,
    opened: OpenCase,
    organizationId: string,
  ): Promise<Result<TransitionOutcome, DomainError>> {
    const { row, settings, pack, identity } = opened;
    if (identity === null) return err(refused('STORY_ONLY'));
    const { today, t0CaseLimit } = settings;
    const required = pack.consentPurposes.filter((purpose) => purpose.requiredForAid);
    const aidPurposes = required.map((purpose) => purpose.code);
    const facts = await this.facts.read(row, { today, aidPurposes, t0CaseLimit }, NOTHING_STATED);
    const consent = await this.packing.checkConsent(opened, organizationId);
    if (!consent.ok && consent.error.kind !== 'REFUSED') return consent;
    const decided = decideTransition({
      state: row.state,
      transition: 'TRANSFER',
      actor: { personId: actor.personId, roles: [...actor.roles] },
      facts: { ...facts, receivingOrganizationAccepted: true, transferConsentLive: consent.ok },
      today,
    });
    if (!decided.ok) return decided;
    const open = await this.openWork.find(row.id);
    return open === null ? decided : err(refused(open));
  }
}
