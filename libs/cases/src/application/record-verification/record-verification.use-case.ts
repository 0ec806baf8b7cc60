import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isLive, type CaseState } from '../../domain/case-states.js';
import { checkVerification, type Evidence } from '../../domain/verification.js';
import type { CaseFileRow } from '../../infrastructure/case-file.entity.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { RefereeRepository } from '../../infrastructure/referee.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { ChangedCase } from '../changed-case.js';
import { toEvidence, type EvidenceClaim } from './evidence-claim.js';

export interface RecordVerificationCommand extends EvidenceClaim {
  readonly caseId: string;
  readonly version?: number | null;
}

const VERIFIABLE: readonly CaseState[] = ['SCREENING', 'VERIFYING'];

/**
 * Notes that the case was verified and by which class of evidence: seen, not stored (domain.md B, story 17). Whoever
 * records it is its verifier and decides nothing on the case later; somebody else cannot take that place over. Errors:
 * INVALID_INPUT naming the field; NOT_FOUND for the case, for somebody who is not on it, or for a referee; STALE_VERSION;
 * WRONG_STATE outside of screening and verifying, unless a call-out made the case active and its days to verify run (C2);
 * REFUSED with `ALREADY_VERIFIED`, `NOT_BY_VERIFIER`, `NOT_LIST_EVIDENCE`, `TWO_DIFFERENT_REFEREES_REQUIRED`,
 * `VERIFIER_IS_REFEREE` or `REFEREE_NOT_ACTIVE`.
 */
@Injectable()
export class RecordVerificationUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly referees: RefereeRepository,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: RecordVerificationCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const evidence = toEvidence(command);
    if (!evidence.ok) return evidence;
    const locked = await this.access.lockFor(actor, command.caseId, command.version ?? null);
    if (!locked.ok) return locked;
    const { row, settings, pack } = locked.value;
    if (!isVerifiable(row)) return err(wrongState(row.state));
    const { verifiedBy, verificationDueDay } = row;
    if (verifiedBy !== null && verifiedBy !== actor.personId) {
      return err(refused('ALREADY_VERIFIED'));
    }
    if (verificationDueDay !== null && (await this.decided(actor, row.id))) {
      return err(refused('NOT_BY_VERIFIER'));
    }
    const { today } = settings;
    const verification = checkVerification({
      verification: { ...evidence.value, verifierId: actor.personId, verifiedOn: today },
      recognitionBases: pack.recognitionBases,
      today,
    });
    if (!verification.ok) return verification;
    const vouched = await this.checkReferees(evidence.value);
    if (!vouched.ok) return vouched;
    const { evidence: evidenceClass } = evidence.value;
    const verified = { evidenceClass, verifiedBy: actor.personId, verificationDueDay: null };
    const version = await this.cases.change(row, verified);
    await this.news.tell('CASE_VERIFIED', row.id, evidenceClass);
    return ok({ caseId: row.id, version });
  }

  /** Whoever let an emergency pass is not the one who finds afterwards that it was right. */
  private async decided({ personId }: Actor, caseId: string): Promise<boolean> {
    return (await this.cases.lastMover(caseId, 'ACTIVATE_EMERGENCY')) === personId;
  }

  private async checkReferees(evidence: Evidence): Promise<Result<void, DomainError>> {
    if (evidence.evidence !== 'TWO_REFEREES') return ok();
    const standings = await this.referees.standings(evidence.refereeIds);
    for (const refereeId of evidence.refereeIds) {
      const standing = standings.get(refereeId);
      if (standing === undefined) return err(notFound());
      if (standing !== 'ACTIVE') return err(refused('REFEREE_NOT_ACTIVE'));
    }
    return ok();
  }
}

/** Before a decision, and afterwards where a call-out went before it. */
function isVerifiable({ state, verificationDueDay }: CaseFileRow): boolean {
  return VERIFIABLE.includes(state) || (verificationDueDay !== null && isLive(state));
}
