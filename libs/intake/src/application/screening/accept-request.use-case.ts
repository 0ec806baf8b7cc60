import { Injectable } from '@nestjs/common';
import { TakeOnCaseUseCase, type TakenOnCase, type TakeOnCaseCommand } from '@kinward/cases';
import { err, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { ScreenedClaims } from '@kinward/needs';
import type { Actor } from '@kinward/platform';
import { householdFacts } from '../../domain/planning/request-facts.js';
import { takingOnOf } from '../../domain/screening/taking-on.js';
import type { RequestContents } from '../../domain/screening/answers.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';
import { Assigning } from './assigning.js';
import { DESTROYED_COPY } from './destroyed-copy.js';
import { RequestOpener } from './request-opener.js';
import { ScreeningDesk, type ChangedRequest, type RequestReference } from './screening-desk.js';
import { ScreeningGround } from './screening-ground.js';

export interface AcceptRequestCommand extends RequestReference {
  /** Said by the screener: is it bait? (security.md § 8.12) */
  readonly provocationCheckDone: boolean;
  /** Who shall work on the case; the screener where it is left out. */
  readonly assigneeId?: string | null;
}

export interface AcceptedRequest extends ChangedRequest {
  readonly caseId: string;
  readonly codename: string;
  readonly caseVersion: number;
  /** How many drafts got the screener as their author. */
  readonly needCount: number;
}

/**
 * Makes a request a case that somebody works on, in one act (decision 22): the case goes from INTAKE to SCREENING, gets
 * keys with the screener as first holder, and takes everything the request says under them; its claims get an author;
 * the copy under the inbox's key is destroyed. Errors: REFUSED `NOT_A_SCREENER`, `NO_INTAKE_KEY`,
 * `PROPOSED_CHANGE_WAITS`, `CONSENT_WITHDRAWN`, `SECOND_PERSON_REQUIRED`, `ONLY_COORDINATOR_ASSIGNS`,
 * `PROVOCATION_CHECK_REQUIRED`, and those of taking a case on; NOT_FOUND; STALE_VERSION; WRONG_STATE; INTEGRITY.
 */
@Injectable()
export class AcceptRequestUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly opener: RequestOpener,
    private readonly ground: ScreeningGround,
    private readonly takeOn: TakeOnCaseUseCase,
    private readonly claims: ScreenedClaims,
    private readonly assigning: Assigning,
  ) {}

  async execute(
    actor: Actor,
    command: AcceptRequestCommand,
  ): Promise<Result<AcceptedRequest, DomainError>> {
    const begun = await this.desk.decide(actor, command, 'ACCEPT');
    if (!begun.ok) return begun;
    const row = begun.value;
    const objection = objectionTo(row);
    if (objection !== null) return err(refused(objection));
    const allowed = this.assigning.check(actor, command.assigneeId ?? null);
    if (!allowed.ok) return allowed;
    const said = await this.read(actor, row);
    if (!said.ok) return said;
    const { pack, today } = await this.ground.own();
    const taken = await this.takeOn.execute(actor, {
      ...takingOnOf(said.value, pack, today),
      caseId: row.caseId ?? '',
      provocationCheckDone: command.provocationCheckDone,
      assigneeId: command.assigneeId ?? null,
    } satisfies TakeOnCaseCommand);
    if (!taken.ok) return taken;
    const needCount = await this.author(actor, taken.value, said.value, today);
    const granted = await this.assigning.grant(actor, taken.value.file.row);
    if (!granted.ok) return granted;
    return ok(await this.finish(actor, row, said.value, taken.value, needCount));
  }

  private async read(
    actor: Actor,
    row: IntakeRequestRow,
  ): Promise<Result<RequestContents, DomainError>> {
    const keys = await this.opener.inboxKeys(actor);
    if (!keys.ok) return keys;
    const said = this.opener.contents(keys.value, row);
    if (!said.ok) return said;
    return said.value === null ? err(notFound()) : ok(said.value);
  }

  /** One sum for one code is its price; one sum for several codes stays with the request (decision 22). */
  private author(
    actor: Actor,
    { file }: TakenOnCase,
    { identity, story }: RequestContents,
    today: string,
  ): Promise<number> {
    const { codes, requestedMinor, note } = story.needs;
    const isOnePrice = codes.length === 1 && requestedMinor !== null;
    return this.claims.takeOn(actor, file, {
      note,
      facts: householdFacts(identity, story, Number(today.slice(0, 4))),
      amountMinor: isOnePrice ? BigInt(requestedMinor) : null,
    });
  }

  private async finish(
    actor: Actor,
    row: IntakeRequestRow,
    said: RequestContents,
    { file, keys, memberIds, prisonerIds, channelId }: TakenOnCase,
    needCount: number,
  ): Promise<AcceptedRequest> {
    const rows = { memberIds, prisonerIds, channelId };
    const kept = this.opener.keep(keys, row.id, { ...said, rows }, row.keptRevision);
    const changed = await this.desk.finish(
      row,
      {
        ...DESTROYED_COPY,
        ...kept,
        state: 'ACCEPTED',
        decidedBy: actor.personId,
        decidedOn: file.settings.today,
        decisionReason: null,
        answerDueOn: null,
      },
      'REQUEST_ACCEPTED',
    );
    const { id: caseId, codename, version: caseVersion } = file.row;
    return { ...changed, caseId, codename, caseVersion, needCount };
  }
}

function objectionTo({ proposedProblem, proposedT1 }: IntakeRequestRow): string | null {
  if (proposedProblem === 'CONSENT_WITHDRAWN') return 'CONSENT_WITHDRAWN';
  return proposedT1 === null ? null : 'PROPOSED_CHANGE_WAITS';
}
