import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import {
  err,
  invalidInput,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { alarmClocks } from '../domain/call-out-clocks.js';
import { CALL_OUT_PRIORITIES, findCode } from '../domain/call-out-codes.js';
import { findProtocol } from '../domain/dispatch-plan.js';
import { wordsFault } from '../domain/call-out-words.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';
import { CallOutRepository } from '../infrastructure/call-out.repository.js';
import { changedCallOut, type ChangedCallOut } from './changed-call-out.js';
import { CallOutAlarm } from './call-out-alarm.js';

export interface RaiseCallOutCommand {
  /** A code of the pack's protocols. */
  readonly triggerCode: string;
  /** That of the protocol where it is left out. */
  readonly priority?: string | null;
  /** The family, where somebody knows. */
  readonly caseId?: string | null;
  /** What happened, without names; sealed to the duty desk. */
  readonly words?: string | null;
}

const OVER: readonly string[] = ['CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED'];

/**
 * Raises an alarm. The clock of fifteen minutes starts, and whoever is on duty is asked to look in the same transaction
 * (domain.md C5, decision 11). Errors: INVALID_INPUT naming the field; NOT_FOUND for a case that does not concern the
 * actor; REFUSED `CALL_OUT_CASE_OVER`, `CASE_HAS_CALL_OUT`, `NOT_SCREENED_YET`, `WORDS_CANNOT_BE_SEALED`.
 */
@Injectable()
export class RaiseCallOutUseCase {
  constructor(
    private readonly cases: CaseAccess,
    private readonly callOuts: CallOutRepository,
    private readonly alarm: CallOutAlarm,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: RaiseCallOutCommand,
  ): Promise<Result<ChangedCallOut, DomainError>> {
    const words = command.words ?? null;
    const fault = words === null ? null : wordsFault(words);
    if (fault !== null) return err(invalidInput('words', fault));
    const { pack } = await this.cases.ground();
    const protocol = findProtocol(pack, command.triggerCode);
    if (protocol === undefined) return err(invalidInput('triggerCode', 'UNKNOWN_CODE'));
    const priority = findCode(CALL_OUT_PRIORITIES, command.priority ?? protocol.priority);
    if (priority === undefined) return err(invalidInput('priority', 'UNKNOWN_CODE'));
    const caseId = command.caseId ?? null;
    const free = caseId === null ? ok() : await this.checkCase(actor, caseId);
    if (!free.ok) return free;
    const raisedAt = this.clock.now();
    const row: CallOutRow = {
      ...NOT_YET,
      ...{ id: this.ids.next(), organizationId: actor.organizationId, state: 'ALERT' },
      ...{ triggerCode: protocol.code, priority, caseId, raisedBy: actor.personId, raisedAt },
      ...alarmClocks(raisedAt, pack.priorityClocks[priority]),
    };
    const raised = await this.alarm.raise(actor, row, words);
    return raised.ok ? ok(changedCallOut(raised.value)) : raised;
  }

  private async checkCase(actor: Actor, caseId: string): Promise<Result<void, DomainError>> {
    const file = await this.cases.lockFor(actor, caseId, null);
    if (!file.ok) return file;
    if (OVER.includes(file.value.row.state)) return err(refused('CALL_OUT_CASE_OVER'));
    const isTaken = await this.callOuts.isOpenFor(caseId);
    return isTaken ? err(refused('CASE_HAS_CALL_OUT')) : ok();
  }
}

/** What an alarm does not have yet. */
const NOT_YET = {
  stateBefore: null,
  lifeAtRisk: false,
  requestId: null,
  ...{ acknowledgedBy: null, acknowledgedAt: null, escalatedAt: null, triagedAt: null },
  ...{ secondCallDueAt: null, secondCallBy: null, dispatchedBy: null, dispatchedAt: null },
  ...{ capMinor: null, reservedMinor: 0n, signatureDueAt: null },
  ...{ signedBy: null, signedAt: null, remindedAt: null, overdueAt: null },
  ...{ stabilisingAt: null, stabilisedAt: null, ownerId: null, handedOverAt: null },
  ...{ closedAt: null, outcome: null, reason: null, sealedWords: null },
  version: 1,
} as const satisfies Partial<CallOutRow>;
