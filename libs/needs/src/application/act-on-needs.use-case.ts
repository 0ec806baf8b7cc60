import { AssignCaseUseCase } from '@kinward/cases';
import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { CommandReplay, type Actor } from '@kinward/platform';
import { NeedRepository } from '../infrastructure/need.repository.js';
import { DecideNeedUseCase } from './decide-need.use-case.js';

/** What can be done with many needs at once. */
export const NEEDS_ACTS = ['ASSIGN', 'PUT_ON_WAITING_LIST'] as const;
export type NeedsAct = (typeof NEEDS_ACTS)[number];

export interface ActOnNeedsCommand {
  readonly commandKey: string;
  /** Up to {@link MOST_NEEDS}, each once, with the version that was read. */
  readonly needs: readonly { readonly needId: string; readonly version?: number | null }[];
  readonly act: NeedsAct;
  /** Whom to assign; for ASSIGN and nothing else. */
  readonly personId?: string | null;
}

/** What became of each need, by its id: `DONE`, or why not. */
export type ActedOnNeeds = Readonly<Record<string, string>>;

/** Most needs of one command. */
export const MOST_NEEDS = 50;

const DONE = 'DONE';
const NOT_HERE = 'NOT_FOUND';

/**
 * One act on many needs, each judged as if it came alone: a refusal of one stops none of the others, and the command
 * sent twice acts once. ASSIGN gives the cases of the needs to a caseworker, each case once, and gives no access
 * (decision 4). Errors of the whole: INVALID_INPUT `needs` (NOT_A_COUNT), `personId` (REQUIRED, NOT_WANTED),
 * `commandKey`; REFUSED `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class ActOnNeedsUseCase {
  constructor(
    private readonly needs: NeedRepository,
    private readonly assigning: AssignCaseUseCase,
    private readonly deciding: DecideNeedUseCase,
    private readonly replay: CommandReplay,
  ) {}

  async execute(
    actor: Actor,
    command: ActOnNeedsCommand,
  ): Promise<Result<ActedOnNeeds, DomainError>> {
    const { act, commandKey: key, personId = null } = command;
    const needs = new Map(command.needs.map((need) => [need.needId, need.version ?? null]));
    if (needs.size === 0 || needs.size > MOST_NEEDS)
      return err(invalidInput('needs', 'NOT_A_COUNT'));
    if (act === 'ASSIGN' && personId === null) return err(invalidInput('personId', 'REQUIRED'));
    if (act !== 'ASSIGN' && personId !== null) return err(invalidInput('personId', 'NOT_WANTED'));
    const input = { act, personId, needs: [...needs].sort() };
    return this.replay.once({ operation: 'actOnNeeds', key, input }, async () =>
      ok(
        personId === null
          ? await this.putOnWaitingList(actor, needs)
          : await this.assign(actor, [...needs.keys()], personId),
      ),
    );
  }

  /** In the order of cases and of ids, so that two who act on the same needs wait and do not block each other. */
  private async putOnWaitingList(
    actor: Actor,
    versions: ReadonlyMap<string, number | null>,
  ): Promise<ActedOnNeeds> {
    const outcomes: Record<string, string> = {};
    for (const [, needIds] of await this.byCase([...versions.keys()])) {
      for (const needId of needIds) {
        const command = { needId, version: versions.get(needId) ?? null };
        outcomes[needId] = codeOf(await this.deciding.execute(actor, 'WAIT_FOR_FUNDS', command));
      }
    }
    return outcomes;
  }

  private async assign(
    actor: Actor,
    ids: readonly string[],
    personId: string,
  ): Promise<ActedOnNeeds> {
    const outcomes: Record<string, string> = {};
    for (const [caseId, needIds] of await this.byCase(ids)) {
      const outcome =
        caseId === null
          ? NOT_HERE
          : codeOf(await this.assigning.execute(actor, { caseId, personId }, 'ASSIGNEE'));
      for (const needId of needIds) outcomes[needId] = outcome;
    }
    return outcomes;
  }

  /** Needs by their case, both in order; those that are not here last, without one. */
  private async byCase(
    ids: readonly string[],
  ): Promise<readonly (readonly [string | null, readonly string[]])[]> {
    const found = await this.needs.casesOf(ids);
    const cases = [...new Set(found.values())].sort();
    const lost = ids.filter((id) => !found.has(id)).sort();
    return [
      ...cases.map((caseId) => {
        const own = ids.filter((id) => found.get(id) === caseId).sort();
        return [caseId, own] as const;
      }),
      ...(lost.length === 0 ? [] : [[null, lost] as const]),
    ];
  }
}

function codeOf(result: Result<unknown, DomainError>): string {
  if (result.ok) return DONE;
  const { error } = result;
  if (error.kind === 'REFUSED') return error.reason;
  return error.kind === 'WRONG_STATE' ? `${error.kind}_${error.state}` : error.kind;
}
