import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { AcceptTaskUseCase } from '../application/accept-task.use-case.js';
import type { ChangedTask } from '../application/changed-task.js';
import { ClaimTaskUseCase } from '../application/claim-task.use-case.js';
import { ReportTaskUseCase } from '../application/report-task.use-case.js';
import { WorkOnTaskUseCase } from '../application/work-on-task.use-case.js';
import { TaskChanged, TaskChangedResult } from './task-changed.type.js';
import {
  AcceptTaskInput,
  ClaimTaskInput,
  HandBackTaskInput,
  RenewTaskInput,
  ReportTaskInput,
  StartTaskInput,
} from './task.input.js';

type Answer = Promise<Result<TaskChanged, DomainError>>;

/** Work of volunteers. */
@Resolver()
export class VolunteerTaskResolver {
  constructor(
    private readonly claiming: ClaimTaskUseCase,
    private readonly accepting: AcceptTaskUseCase,
    private readonly working: WorkOnTaskUseCase,
    private readonly reporting: ReportTaskUseCase,
  ) {}

  @Allow('claimTask')
  @Mutation(() => TaskChangedResult, { description: 'Takes it, if nobody was quicker.' })
  claimTask(@CurrentActor() actor: Actor, @Args('input') input: ClaimTaskInput): Answer {
    return changed(this.claiming.execute(actor, input));
  }

  @Allow('acceptTask')
  @Mutation(() => TaskChangedResult, { description: 'Now you may read what it is about.' })
  acceptTask(@CurrentActor() actor: Actor, @Args('input') input: AcceptTaskInput): Answer {
    return changed(this.accepting.execute(actor, input));
  }

  @Allow('startTask')
  @Mutation(() => TaskChangedResult, { description: 'You are on your way.' })
  startTask(@CurrentActor() actor: Actor, @Args('input') input: StartTaskInput): Answer {
    return changed(this.working.start(actor, input));
  }

  @Allow('renewTask')
  @Mutation(() => TaskChangedResult, { description: 'More time, as often as its kind allows.' })
  renewTask(@CurrentActor() actor: Actor, @Args('input') input: RenewTaskInput): Answer {
    return changed(this.working.renew(actor, input));
  }

  @Allow('handBackTask')
  @Mutation(() => TaskChangedResult, { description: 'Somebody else may have it.' })
  handBackTask(@CurrentActor() actor: Actor, @Args('input') input: HandBackTaskInput): Answer {
    return changed(this.working.handBack(actor, input));
  }

  @Allow('reportTask')
  @Mutation(() => TaskChangedResult, { description: 'What became of it; UNSAFE alarms security.' })
  reportTask(@CurrentActor() actor: Actor, @Args('input') input: ReportTaskInput): Answer {
    return changed(this.reporting.execute(actor, input));
  }
}

/** The change as the schema shows it. */
export async function changed(result: Promise<Result<ChangedTask, DomainError>>): Answer {
  const done = await result;
  return done.ok ? ok(new TaskChanged(done.value)) : done;
}
