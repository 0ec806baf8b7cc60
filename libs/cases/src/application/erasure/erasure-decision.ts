import { Injectable } from '@nestjs/common';
import { err, refused, type DomainError, type Result } from '@kinward/kernel';
import {
  decideTransition,
  type Signatory,
  type TransitionOutcome,
} from '../../domain/case-state.js';
import { CaseFactsRepository } from '../../infrastructure/case-facts.repository.js';
import { ErasureRepository } from '../../infrastructure/erasure.repository.js';
import { OpenWorkRepository } from '../../infrastructure/open-work.repository.js';
import type { LockedCase } from '../case-access.js';

/** Nothing that only the acting person could say matters for an erasure. */
const NOTHING_STATED = {
  markedAsSpam: false,
  provocationCheckDone: false,
  writtenException: false,
  releaseOrRelocationRecorded: false,
} as const;

/** Whether a case may be erased by these two people now. */
@Injectable()
export class ErasureDecision {
  constructor(
    private readonly facts: CaseFactsRepository,
    private readonly openWork: OpenWorkRepository,
    private readonly erasures: ErasureRepository,
  ) {}

  /**
   * Errors: WRONG_STATE; REFUSED `SECOND_SIGNATURE_NOT_VALID`, `RETENTION_NOT_OVER`, `MONEY_UNDER_WAY`,
   * `CALL_OUT_UNDER_WAY`, `TASK_UNDER_WAY`, `COMPLAINT_UNANSWERED`.
   */
  async decide(
    { row, settings, pack }: LockedCase,
    proposer: Signatory,
    officerId: string,
  ): Promise<Result<TransitionOutcome, DomainError>> {
    const { today, t0CaseLimit } = settings;
    const required = pack.consentPurposes.filter((purpose) => purpose.requiredForAid);
    const aidPurposes = required.map((purpose) => purpose.code);
    const ground = { today, aidPurposes, t0CaseLimit };
    const decided = decideTransition({
      state: row.state,
      transition: 'ERASE',
      actor: { personId: officerId, roles: ['DATA_PROTECTION_OFFICER'] },
      secondSignature: proposer,
      facts: await this.facts.read(row, ground, NOTHING_STATED),
      today,
    });
    if (!decided.ok) return decided;
    const open = await this.openWork.find(row.id);
    if (open !== null) return err(refused(open));
    const owed = await this.erasures.owesAnAnswer(row.id);
    return owed ? err(refused('COMPLAINT_UNANSWERED')) : decided;
  }
}
