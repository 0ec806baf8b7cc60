import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  isUuid,
  notFound,
  ok,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CHANNEL_CLASSES } from '@kinward/jurisdictions';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { isReason } from '../domain/reason-codes.js';
import {
  FreezeRepository,
  type Cohort,
  type FreezeCount,
  type StandingFreeze,
} from '../infrastructure/freeze.repository.js';
import { RailRepository } from '../infrastructure/rail.repository.js';
import { DisbursementNews } from './disbursement-news.js';
import { checkRails } from './draft/checked-content.js';
import type { RailInputValue } from './draft/draft.command.js';

export type { FreezeCount } from '../infrastructure/freeze.repository.js';

export interface CohortCommand {
  readonly regions?: readonly string[] | null;
  readonly channelClasses?: readonly string[] | null;
  readonly fundIds?: readonly string[] | null;
  readonly caseIds?: readonly string[] | null;
  readonly counterparty?: RailInputValue | null;
}

export interface FreezeCommand extends CohortCommand {
  readonly reasonCode: string;
}

export interface FrozenCohort {
  readonly freezeId: string;
  /** How many were stopped (or set free), by the state they were in (or are in). */
  readonly counts: readonly FreezeCount[];
}

/** Security stops everything of a cohort that has not left yet, and sets it free again. */
@Injectable()
export class FreezeDisbursementsUseCase {
  constructor(
    private readonly freezes: FreezeRepository,
    private readonly rails: RailRepository,
    private readonly news: DisbursementNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** For whoever sets money free: nobody freezes meanwhile. To be taken before any row lock (ADR 0012). */
  enter(): Promise<void> {
    return this.freezes.enter();
  }

  /** For whoever may come to freeze once it holds row locks: alone, and before them. */
  hold(): Promise<void> {
    return this.freezes.close();
  }

  /** What a freeze would stop now, by state; nothing changes. Errors as of {@link freeze}. */
  async preview(command: CohortCommand): Promise<Result<readonly FreezeCount[], DomainError>> {
    const cohort = this.checkCohort(command);
    return cohort.ok ? ok(await this.freezes.preview(cohort.value)) : cohort;
  }

  /** Every criterion that is given must fit. INVALID_INPUT naming the field, `cohort` when there is no criterion. */
  async freeze(actor: Actor, command: FreezeCommand): Promise<Result<FrozenCohort, DomainError>> {
    const { reasonCode: reason } = command;
    if (!isReason('FREEZE', reason)) return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    const cohort = this.checkCohort(command);
    if (!cohort.ok) return cohort;
    await this.freezes.close();
    const id = this.ids.next();
    const order = { id, cohort: cohort.value, reason, frozenBy: actor.personId };
    const counts = await this.freezes.freeze(order);
    this.news.record('COHORT_FROZEN', 'FREEZE', id, reason);
    return ok({ freezeId: id, counts });
  }

  /** What no other freeze covers goes back to where it was. NOT_FOUND for no such freeze, or a lifted one. */
  async unfreeze(actor: Actor, freezeId: string): Promise<Result<FrozenCohort, DomainError>> {
    if (!isUuid(freezeId)) return err(notFound());
    await this.freezes.close();
    const counts = await this.freezes.lift(freezeId, actor.personId);
    if (counts === null) return err(notFound());
    this.news.record('COHORT_UNFROZEN', 'FREEZE', freezeId);
    return ok({ freezeId, counts });
  }

  /** Freezes that stand, oldest first. */
  standing(): Promise<readonly StandingFreeze[]> {
    return this.freezes.standing();
  }

  private checkCohort(command: CohortCommand): Result<Cohort, DomainError> {
    const regions = orNull(command.regions);
    const channelClasses = orNull(command.channelClasses);
    const fundIds = orNull(command.fundIds);
    const caseIds = orNull(command.caseIds);
    const unknown = channelClasses?.some(
      (code) => !CHANNEL_CLASSES.some((known) => known === code),
    );
    if (unknown === true) return err(invalidInput('channelClasses', 'UNKNOWN_CODE'));
    if (fundIds?.some((id) => !isUuid(id)) === true) return err(notFound());
    if (caseIds?.some((id) => !isUuid(id)) === true) return err(notFound());
    const given = command.counterparty == null ? [] : [command.counterparty];
    const rails = checkRails('counterparty', given);
    if (!rails.ok) return rails;
    const [rail] = rails.value;
    const counterparty =
      rail === undefined ? null : { kind: rail.kind, key: this.rails.keyOf(rail) };
    const cohort = { regions, channelClasses, fundIds, caseIds, counterparty };
    const isEmpty = Object.values(cohort).every((criterion) => criterion === null);
    return isEmpty ? err(invalidInput('cohort', 'EMPTY')) : ok(cohort);
  }
}

function orNull(list: readonly string[] | null | undefined): readonly string[] | null {
  return list == null || list.length === 0 ? null : list;
}
