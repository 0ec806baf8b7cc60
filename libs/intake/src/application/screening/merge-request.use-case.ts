import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import {
  err,
  invalidInput,
  notFound,
  ok,
  refused,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { RequestContents } from '../../domain/screening/answers.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';
import { DESTROYED_COPY, DESTROYED_PROPOSAL } from './destroyed-copy.js';
import { Proposing } from './proposing.js';
import { Refusing } from './refusing.js';
import { RequestOpener } from './request-opener.js';
import { ScreeningDesk, type ChangedRequest, type RequestReference } from './screening-desk.js';

export interface MergeRequestCommand extends RequestReference {
  /** One of the two: another request, or a case that the screener holds. */
  readonly intoRequestId?: string | null;
  readonly intoCaseId?: string | null;
}

const DUPLICATE = 'SAME_AS_ANOTHER_CASE';

/**
 * Says that a request is about a family that is here already. What it says is not lost: it becomes a proposed change of
 * the other request, or is kept under the keys of the case; the copy in the inbox is destroyed and the case that the
 * import opened for it ends. Errors: INVALID_INPUT `intoRequestId` (`ONE_OF_TWO`, `SAME_REQUEST`); REFUSED
 * `NOT_A_SCREENER`, `NO_INTAKE_KEY`, `SECOND_PERSON_REQUIRED`, `PROPOSED_CHANGE_WAITS`, `STORY_ONLY`; NOT_FOUND for
 * request or case; STALE_VERSION; WRONG_STATE of either request; INTEGRITY.
 */
@Injectable()
export class MergeRequestUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly opener: RequestOpener,
    private readonly proposing: Proposing,
    private readonly refusing: Refusing,
    private readonly cases: CaseAccess,
  ) {}

  async execute(
    actor: Actor,
    command: MergeRequestCommand,
  ): Promise<Result<ChangedRequest, DomainError>> {
    const intoRequestId = command.intoRequestId ?? null;
    const intoCaseId = command.intoCaseId ?? null;
    if ((intoRequestId === null) === (intoCaseId === null)) {
      return err(invalidInput('intoRequestId', 'ONE_OF_TWO'));
    }
    if (intoRequestId === command.requestId) {
      return err(invalidInput('intoRequestId', 'SAME_REQUEST'));
    }
    const begun = await this.desk.decide(actor, command, 'MERGE');
    if (!begun.ok) return begun;
    const row = begun.value;
    if (row.proposedT1 !== null) return err(refused('PROPOSED_CHANGE_WAITS'));
    const keys = await this.opener.inboxKeys(actor);
    if (!keys.ok) return keys;
    const said = this.opener.contents(keys.value, row);
    if (!said.ok) return said;
    if (said.value === null) return err(notFound());
    const change =
      intoRequestId === null
        ? await this.intoCase(actor, row, said.value, intoCaseId ?? '')
        : await this.intoRequest(actor, intoRequestId, said.value);
    if (!change.ok) return change;
    const ended = await this.refusing.end(actor, row.caseId, DUPLICATE);
    if (!ended.ok) return ended;
    const merged = {
      ...DESTROYED_COPY,
      ...DESTROYED_PROPOSAL,
      ...change.value,
      state: 'MERGED',
    } as const;
    const decided = { decidedBy: actor.personId, decisionReason: DUPLICATE, answerDueOn: null };
    return ok(await this.desk.finish(row, { ...merged, ...decided }, 'REQUEST_MERGED', DUPLICATE));
  }

  private async intoRequest(
    actor: Actor,
    requestId: string,
    said: RequestContents,
  ): Promise<Result<Partial<IntakeRequestRow>, DomainError>> {
    const target = await this.desk.begin(actor, { requestId }, 'COMPARE_PROPOSAL');
    if (!target.ok) return target;
    const proposed = await this.proposing.propose(actor, target.value, said);
    return proposed.ok ? ok({ mergedInto: requestId }) : proposed;
  }

  private async intoCase(
    actor: Actor,
    row: IntakeRequestRow,
    said: RequestContents,
    caseId: string,
  ): Promise<Result<Partial<IntakeRequestRow>, DomainError>> {
    const opened = await this.cases.open(actor, caseId, null);
    if (!opened.ok) return opened;
    const { identity, story } = opened.value;
    if (identity === null) return err(refused('STORY_ONLY'));
    const keys = { identity, story };
    const kept = this.opener.keep(keys, row.id, { ...said, rows: null }, row.keptRevision);
    return ok({ ...kept, caseId });
  }
}
