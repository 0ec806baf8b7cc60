import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { ChangeDutyUseCase } from '../application/change-duty.use-case.js';
import { DutyListQuery, type DutyView } from '../application/duty-list.query.js';
import { PlanDutyUseCase } from '../application/plan-duty.use-case.js';
import { MyPings, type PingCounts } from '../application/my-pings.js';
import {
  DutyChanged,
  DutyResult,
  DutyShift,
  GoOnDutyInput,
  MyPingsView,
  PingsSeen,
  PlanDutyInput,
} from './notifications.type.js';

type Answer = Promise<Result<DutyChanged, DomainError>>;

/** Duty, and a person's own pings. */
@Resolver()
export class NotificationsResolver {
  constructor(
    private readonly duty: ChangeDutyUseCase,
    private readonly dutyQuery: DutyListQuery,
    private readonly planning: PlanDutyUseCase,
    private readonly pings: MyPings,
  ) {}

  @Allow('dutyList')
  @Query(() => [DutyShift], { description: 'Who is on duty now.' })
  dutyList(): Promise<readonly DutyView[]> {
    return this.dutyQuery.list();
  }

  @Allow('dutyPlan')
  @Query(() => [DutyShift], { description: 'Whose duty is planned and has not begun.' })
  dutyPlan(): Promise<readonly DutyView[]> {
    return this.dutyQuery.ahead();
  }

  @Allow('planDuty')
  @Mutation(() => DutyResult, {
    description: 'Plans, moves or takes away the duty of a colleague.',
  })
  planDuty(@Args('input') input: PlanDutyInput): Answer {
    return changed(this.planning.execute(input));
  }

  @Allow('goOnDuty')
  @Mutation(() => DutyResult, {
    description: 'From now on I am pinged at once; again to move the end.',
  })
  goOnDuty(@CurrentActor() actor: Actor, @Args('input') input: GoOnDutyInput): Answer {
    return changed(this.duty.begin(actor, input.until));
  }

  @Allow('goOffDuty')
  @Mutation(() => DutyResult, { description: 'Ends my duty now.' })
  goOffDuty(@CurrentActor() actor: Actor): Answer {
    return changed(this.duty.end(actor));
  }

  @Allow('myPings')
  @Query(() => MyPingsView)
  myPings(@CurrentActor() actor: Actor): Promise<PingCounts> {
    return this.pings.count(actor);
  }

  @Allow('markPingsSeen')
  @Mutation(() => PingsSeen, { description: 'I have looked; mail that waits for me is not sent.' })
  async markPingsSeen(@CurrentActor() actor: Actor): Promise<PingsSeen> {
    return { seen: await this.pings.markSeen(actor) };
  }
}

async function changed(work: Promise<Result<Date, DomainError>>): Answer {
  const result = await work;
  if (!result.ok) return result;
  return ok(Object.assign(new DutyChanged(), { until: result.value.toISOString() }));
}
