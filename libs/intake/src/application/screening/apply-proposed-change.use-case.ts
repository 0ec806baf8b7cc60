import { Injectable } from '@nestjs/common';
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
import {
  differencesOf,
  isChangedPath,
  mergedContents,
  type ChangedPath,
} from '../../domain/screening/difference.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';
import { ChangedCaseFile } from './changed-case-file.js';
import { DESTROYED_PROPOSAL } from './destroyed-copy.js';
import { RequestOpener } from './request-opener.js';
import { Rewriting } from './rewriting.js';
import { ScreeningDesk, type ChangedRequest, type RequestReference } from './screening-desk.js';
import { ScreeningGround } from './screening-ground.js';

export interface ApplyProposedChangeCommand extends RequestReference {
  /** Paths of the answers that are taken over; all others of the later version are rejected. */
  readonly take: readonly string[];
}

export interface AppliedChange extends ChangedRequest {
  readonly taken: readonly string[];
}

/**
 * Decides on a later version of a request, answer by answer (decision 22: a proposal, never an overwrite). Before the
 * request is accepted the taken answers change it; afterwards they go into its case and the request that the case
 * keeps. The later version is destroyed in the same act. Errors: INVALID_INPUT `take` with `UNKNOWN_CODE` or
 * `NOT_CHANGED`, or the path of an answer that cannot be used; REFUSED `NOT_A_SCREENER`, `NO_INTAKE_KEY`,
 * `NO_PROPOSED_CHANGE`, `CONSENT_WITHDRAWN`; NOT_FOUND, also without the keys of the case; STALE_VERSION; WRONG_STATE;
 * INTEGRITY.
 */
@Injectable()
export class ApplyProposedChangeUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly opener: RequestOpener,
    private readonly rewriting: Rewriting,
    private readonly ground: ScreeningGround,
    private readonly file: ChangedCaseFile,
  ) {}

  async execute(
    actor: Actor,
    command: ApplyProposedChangeCommand,
  ): Promise<Result<AppliedChange, DomainError>> {
    const begun = await this.desk.begin(actor, command, 'COMPARE_PROPOSAL');
    if (!begun.ok) return begun;
    const row = begun.value;
    if (row.proposedProblem === 'CONSENT_WITHDRAWN') return err(refused('CONSENT_WITHDRAWN'));
    const keys = await this.opener.inboxKeys(actor);
    if (!keys.ok) return keys;
    const later = this.opener.contents(keys.value, row, 'proposed');
    if (!later.ok) return later;
    if (later.value === null) return err(refused('NO_PROPOSED_CHANGE'));
    if (row.state === 'ACCEPTED') return this.changeCase(actor, row, later.value, command.take);
    const said = this.opener.contents(keys.value, row);
    if (!said.ok) return said;
    if (said.value === null) return err(notFound());
    return this.changeRequest(actor, row, said.value, later.value, command.take);
  }

  private async changeRequest(
    actor: Actor,
    row: IntakeRequestRow,
    said: RequestContents,
    later: RequestContents,
    take: readonly string[],
  ): Promise<Result<AppliedChange, DomainError>> {
    const paths = checkPaths(take, said, later);
    if (!paths.ok) return paths;
    if (paths.value.length === 0) return ok(await this.finish(row, row, {}, []));
    const { base, changes } = mergedContents(said, later, paths.value);
    const read = await this.rewriting.read(actor, row, base, changes);
    const written = await this.rewriting.write(actor, row, read, { state: row.state });
    if (!written.ok) return written;
    return ok(await this.finish(row, written.value, { receivedOn: row.receivedOn }, paths.value));
  }

  private async changeCase(
    actor: Actor,
    row: IntakeRequestRow,
    later: RequestContents,
    take: readonly string[],
  ): Promise<Result<AppliedChange, DomainError>> {
    const caseId = row.caseId ?? '';
    const keys = await this.opener.keysOf(actor, caseId);
    if (!keys.ok) return keys;
    if (keys.value === null) return err(notFound());
    const kept = this.opener.kept(keys.value, row);
    if (!kept.ok) return kept;
    if (kept.value === null) return err(notFound());
    const paths = checkPaths(take, kept.value, later);
    if (!paths.ok) return paths;
    const { base, changes } = mergedContents(kept.value, later, paths.value);
    const read = await this.rewriting.read(actor, row, base, changes);
    const { problem, identity, story } = read;
    if (problem !== null) return err(invalidInput(problem.field, problem.code));
    const now = { identity, story };
    const { pack, today } = await this.ground.own();
    const change = { caseId, keys: keys.value, paths: paths.value, now, pack, today };
    const applied = await this.file.apply(actor, kept.value.rows, change);
    if (!applied.ok) return applied;
    // Writing into the case may have renewed its keys.
    const current = await this.opener.keysOf(actor, caseId);
    if (!current.ok) return current;
    const { rows } = kept.value;
    const revision = row.keptRevision + 1;
    const again = this.opener.keep(current.value ?? keys.value, row.id, { ...now, rows }, revision);
    return ok(await this.finish(row, row, again, paths.value));
  }

  private async finish(
    before: IntakeRequestRow,
    row: IntakeRequestRow,
    change: Partial<IntakeRequestRow>,
    taken: readonly ChangedPath[],
  ): Promise<AppliedChange> {
    const action = taken.length === 0 ? 'REQUEST_CHANGE_REJECTED' : 'REQUEST_CHANGE_TAKEN';
    const decided = { ...change, ...DESTROYED_PROPOSAL, state: before.state };
    return { ...(await this.desk.finish(row, decided, action)), taken };
  }
}

function checkPaths(
  take: readonly string[],
  before: RequestContents,
  later: RequestContents,
): Result<readonly ChangedPath[], DomainError> {
  const changed: readonly string[] = differencesOf(before, later).map(({ path }) => path);
  const paths: ChangedPath[] = [];
  for (const path of new Set(take)) {
    if (!isChangedPath(path)) return err(invalidInput('take', 'UNKNOWN_CODE'));
    if (!changed.includes(path)) return err(invalidInput('take', 'NOT_CHANGED'));
    paths.push(path);
  }
  return ok(paths);
}
