import { Args, Query, Resolver } from '@nestjs/graphql';
import { PeopleQuery } from '@kinward/identity';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import {
  Allow,
  CurrentActor,
  MoneyType,
  toConnection,
  type Actor,
  type Connection,
} from '@kinward/platform';
import { awaitedKeyKey, AwaitingAccessQuery } from '../application/awaiting-access.query.js';
import { caseMatterKey, CaseMattersQuery } from '../application/case-matters.query.js';
import { caseEventKey, CaseTimelineQuery } from '../application/case-timeline.query.js';
import { ReleasesAheadQuery } from '../application/releases-ahead.query.js';
import {
  AwaitedKey,
  AwaitedKeyConnection,
  AwaitingAccessInput,
  CaseMatters,
  CaseMattersInput,
  CaseMattersResult,
  CaseTimeline,
  CaseTimelineInput,
  CaseTimelineResult,
  ReleasesAhead,
  ReleasesAheadInput,
  ReleasesAheadResult,
} from './case-work.type.js';

/** What hangs on a case, who waits for its key, and whose sentence ends. */
@Resolver()
export class CaseWorkResolver {
  constructor(
    private readonly timelines: CaseTimelineQuery,
    private readonly matters: CaseMattersQuery,
    private readonly awaited: AwaitingAccessQuery,
    private readonly releases: ReleasesAheadQuery,
    private readonly people: PeopleQuery,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  @Allow('caseTimeline')
  @Query(() => CaseTimelineResult, { description: 'What happened in a case, newest first.' })
  async caseTimeline(
    @CurrentActor() actor: Actor,
    @Args('input') input: CaseTimelineInput,
  ): Promise<Result<CaseTimeline, DomainError>> {
    const { timeZone } = await this.settings.own();
    const page = await this.timelines.page(actor, input, timeZone);
    if (!page.ok) return page;
    const ids = page.value.rows.map(({ madeById }) => madeById).filter((id) => id !== null);
    const people = await this.people.byIds([...new Set(ids)]);
    const events = toConnection(
      page.value,
      caseEventKey,
      ({ madeById, amountMinor, ...event }) => ({
        ...event,
        amount: moneyOf(amountMinor),
        madeBy: people.get(madeById ?? '') ?? null,
      }),
    );
    return ok(new CaseTimeline(events));
  }

  @Allow('caseMatters')
  @Query(() => CaseMattersResult, { description: 'Needs, payouts or tasks of a case.' })
  async caseMatters(
    @CurrentActor() actor: Actor,
    @Args('input') input: CaseMattersInput,
  ): Promise<Result<CaseMatters, DomainError>> {
    const { timeZone } = await this.settings.own();
    const page = await this.matters.page(actor, input, timeZone);
    if (!page.ok) return page;
    const matters = toConnection(page.value, caseMatterKey, ({ amountMinor, ...matter }) => ({
      ...matter,
      amount: moneyOf(amountMinor),
    }));
    return ok(new CaseMatters(matters));
  }

  @Allow('awaitingAccess')
  @Query(() => AwaitedKeyConnection, { description: 'Who waits for a key, the longest first.' })
  async awaitingAccess(
    @CurrentActor() actor: Actor,
    @Args('input') input: AwaitingAccessInput,
  ): Promise<Result<Connection<AwaitedKey>, DomainError>> {
    const page = await this.awaited.page(actor, input);
    if (!page.ok) return page;
    const ids = page.value.rows.flatMap(({ personId, holderIds }) => [personId, ...holderIds]);
    const people = await this.people.byIds([...new Set(ids)]);
    return ok(
      toConnection(page.value, awaitedKeyKey, ({ personId, holderIds, ...row }) => ({
        ...row,
        person: people.get(personId) ?? null,
        holders: holderIds.flatMap((id) => people.get(id) ?? []),
      })),
    );
  }

  @Allow('releasesAhead')
  @Query(() => ReleasesAheadResult, { description: 'Sentences that end soon, in my cases.' })
  async releasesAhead(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReleasesAheadInput,
  ): Promise<Result<ReleasesAhead, DomainError>> {
    const { today } = await this.settings.own();
    const releases = await this.releases.own(actor, input.days, today);
    return releases.ok ? ok(new ReleasesAhead(releases.value)) : releases;
  }
}

function moneyOf(minor: string | null): MoneyType | null {
  return minor === null ? null : new MoneyType(minor);
}
