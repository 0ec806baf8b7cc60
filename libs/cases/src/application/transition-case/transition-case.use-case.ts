import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  refused,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { checkCode } from '../../domain/family-checks.js';
import { decideTransition, type TransitionOutcome } from '../../domain/case-state.js';
import {
  CASE_TRANSITIONS,
  STEPS_OF_THEIR_OWN,
  type CaseTransition,
} from '../../domain/case-transitions.js';
import { CaseFactsRepository } from '../../infrastructure/case-facts.repository.js';
import { CaseAccess, type LockedCase } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import { TransitionEffects } from './transition-effects.js';
import { WAITLIST_EXCEPTIONS, type TransitionCaseCommand } from './transition-case.command.js';
import { ReleaseEvidence } from './release-evidence.js';

/** Hours a first signature waits for the second. */
const SIGNATURE_HOURS = 72;
const HOUR_MS = 3_600_000;

export interface TransitionedCase {
  readonly caseId: string;
  readonly version: number;
  readonly state: string;
  /** True when this was the first of two signatures and nothing moved yet. */
  readonly awaitsSecondSignature: boolean;
}

/**
 * Moves a case through the state machine C2. Errors: INVALID_INPUT for unknown codes, NOT_FOUND, STALE_VERSION,
 * WRONG_STATE, and REFUSED with the name of the guard that says no, or `STEP_OF_ITS_OWN` for handing over and erasing.
 */
@Injectable()
export class TransitionCaseUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly facts: CaseFactsRepository,
    private readonly release: ReleaseEvidence,
    private readonly effects: TransitionEffects,
    private readonly news: CaseNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    command: TransitionCaseCommand,
  ): Promise<Result<TransitionedCase, DomainError>> {
    const transition = checkCode('transition', command.transition, CASE_TRANSITIONS);
    if (!transition.ok) return transition;
    if (STEPS_OF_THEIR_OWN.has(transition.value)) return err(refused('STEP_OF_ITS_OWN'));
    const locked = await this.access.lockFor(actor, command.caseId, command.version ?? null);
    if (!locked.ok) return locked;
    const outcome = await this.decide(actor, command, transition.value, locked.value);
    if (outcome.ok) {
      return this.carryOut(actor, command, transition.value, locked.value, outcome.value);
    }
    const { error } = outcome;
    return error.kind === 'REFUSED' && error.reason === 'SECOND_SIGNATURE_REQUIRED'
      ? this.signFirst(actor, transition.value, locked.value)
      : outcome;
  }

  private async decide(
    actor: Actor,
    command: TransitionCaseCommand,
    transition: CaseTransition,
    { row, settings, pack }: LockedCase,
  ): Promise<Result<TransitionOutcome, DomainError>> {
    const exception = command.exception ?? null;
    const isKnownException = exception === null || WAITLIST_EXCEPTIONS.includes(exception as never);
    if (!isKnownException) return err(invalidInput('exception', 'UNKNOWN_CODE'));
    const released =
      transition === 'START_TRANSITION'
        ? await this.release.isRecorded(actor, row, pack)
        : ok(false);
    if (!released.ok) return released;
    const { today, t0CaseLimit } = settings;
    const required = pack.consentPurposes.filter((purpose) => purpose.requiredForAid);
    const aidPurposes = required.map((purpose) => purpose.code);
    const stated = {
      markedAsSpam: command.isSpam ?? false,
      provocationCheckDone: command.provocationCheckDone ?? false,
      writtenException: exception !== null,
      releaseOrRelocationRecorded: released.value,
    };
    const facts = await this.facts.read(row, { today, aidPurposes, t0CaseLimit }, stated);
    const first = await this.facts.findSignature(row.id, transition, this.clock.now());
    const isSomebodyElses = first !== null && first.personId !== actor.personId;
    return decideTransition({
      state: row.state,
      transition,
      actor: { personId: actor.personId, roles: [...actor.roles] },
      secondSignature: isSomebodyElses ? first : null,
      reasonCode: command.reason ?? null,
      facts,
      today,
    });
  }

  private async signFirst(
    actor: Actor,
    transition: CaseTransition,
    { row }: LockedCase,
  ): Promise<Result<TransitionedCase, DomainError>> {
    const expiresAt = new Date(this.clock.now().getTime() + SIGNATURE_HOURS * HOUR_MS);
    await this.facts.sign({
      caseId: row.id,
      transition,
      organizationId: row.organizationId,
      signedBy: actor.personId,
      expiresAt,
    });
    await this.news.tell('TRANSITION_SIGNED', row.id, transition);
    const { id: caseId, version, state } = row;
    return ok({ caseId, version, state, awaitsSecondSignature: true });
  }

  private async carryOut(
    actor: Actor,
    command: TransitionCaseCommand,
    transition: CaseTransition,
    locked: LockedCase,
    outcome: TransitionOutcome,
  ): Promise<Result<TransitionedCase, DomainError>> {
    const reason = command.reason ?? command.exception ?? null;
    const planMonths = command.planMonths ?? null;
    const applied = await this.effects.apply(actor, locked, {
      transition,
      outcome,
      reason,
      planMonths,
    });
    if (!applied.ok) return applied;
    await this.facts.clearSignatures(locked.row.id, transition);
    await this.news.tell(`CASE_${transition}`, locked.row.id, reason);
    return ok({
      caseId: locked.row.id,
      version: applied.value,
      state: outcome.nextState,
      awaitsSecondSignature: false,
    });
  }
}
