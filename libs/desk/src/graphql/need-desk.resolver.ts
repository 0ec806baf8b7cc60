import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { PeopleQuery, type PersonView } from '@kinward/identity';
import { isJurisdictionCode, jurisdictionPack } from '@kinward/jurisdictions';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import {
  Allow,
  CLOCK,
  CurrentActor,
  toConnection,
  type Actor,
  type Connection,
} from '@kinward/platform';
import { COUNTED_TO, NeedCountsQuery } from '../application/need-counts.query.js';
import { NeedQueueQuery, orderKeyOf, type NeedQueueRow } from '../application/need-queue.query.js';
import { assembleNeedRow } from '../application/need-row.assembler.js';
import { WaitingListQuery } from '../application/waiting-list.query.js';
import {
  NeedQueueCounts,
  NeedQueueInput,
  NeedSummary,
  NeedSummaryConnection,
  WaitingListInput,
  WaitingNeed,
  WaitingNeedConnection,
  type NeedQueueFilterInput,
} from './need-queue.type.js';

/** The coordinator's queue and the waiting list: set-based, a fixed number of statements. */
@Resolver()
export class NeedDeskResolver {
  constructor(
    private readonly queue: NeedQueueQuery,
    private readonly counts: NeedCountsQuery,
    private readonly waiting: WaitingListQuery,
    private readonly people: PeopleQuery,
    private readonly settings: OrganizationSettingsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Allow('needQueue')
  @Query(() => NeedSummaryConnection, { description: 'Open needs, the most urgent first.' })
  async needQueue(
    @CurrentActor() actor: Actor,
    @Args('input') input: NeedQueueInput,
  ): Promise<Result<Connection<NeedSummary>, DomainError>> {
    const filter = await this.widened(input.filter ?? {});
    const page = await this.queue.page(actor, filter, input);
    if (!page.ok) return page;
    const summaryOf = await this.summaries(page.value.rows);
    return ok(toConnection(page.value, orderKeyOf, summaryOf));
  }

  @Allow('needQueueCounts')
  @Query(() => NeedQueueCounts, { description: 'The numbers over the queue.' })
  async needQueueCounts(@CurrentActor() actor: Actor): Promise<NeedQueueCounts> {
    return { ...(await this.counts.count(actor)), countedTo: COUNTED_TO };
  }

  @Allow('waitingList')
  @Query(() => WaitingNeedConnection, { description: 'Needs that wait for money, in their order.' })
  async waitingList(
    @CurrentActor() actor: Actor,
    @Args('input') input: WaitingListInput,
  ): Promise<Result<Connection<WaitingNeed>, DomainError>> {
    const page = await this.waiting.page(actor, input);
    if (!page.ok) return page;
    const summaryOf = await this.summaries(page.value.rows);
    return ok(
      toConnection(
        page.value,
        (row) => [row.position],
        (row) => ({ position: row.position, rule: row.rule, need: summaryOf(row) }),
      ),
    );
  }

  /** Groups stand in no column: they are turned into the codes that belong to them. */
  private async widened({ groups, ...filter }: Partial<NeedQueueFilterInput>) {
    if (groups == null) return filter;
    const { jurisdiction } = await this.settings.own();
    const types = isJurisdictionCode(jurisdiction) ? jurisdictionPack(jurisdiction).needTypes : [];
    const codes = types.filter((type) => groups.includes(type.group)).map((type) => type.code);
    const wanted = filter.codes ?? codes;
    return { ...filter, codes: codes.filter((code) => wanted.includes(code)) };
  }

  /** How to show each of these rows. */
  private async summaries(
    rows: readonly NeedQueueRow[],
  ): Promise<(row: NeedQueueRow) => NeedSummary> {
    const ids = rows.map((row) => row.assigneeId).filter((id) => id !== null);
    const people: ReadonlyMap<string, PersonView> = await this.people.byIds([...new Set(ids)]);
    const now = this.clock.now();
    return (row) =>
      assembleNeedRow(row, now, people.get(row.assigneeId ?? '') ?? null) as NeedSummary;
  }
}
