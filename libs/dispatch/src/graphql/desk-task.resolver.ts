import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { DomainError, Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { CancelTaskUseCase } from '../application/cancel-task.use-case.js';
import { ClearTaskUseCase } from '../application/clear-task.use-case.js';
import { DraftTaskUseCase } from '../application/draft-task.use-case.js';
import { OpenTaskUseCase } from '../application/open-task.use-case.js';
import { VerifyTaskUseCase } from '../application/verify-task.use-case.js';
import { TaskChangedResult, type TaskChanged } from './task-changed.type.js';
import {
  CancelTaskInput,
  ClearTaskInput,
  DraftTaskInput,
  OpenTaskInput,
  VerifyTaskInput,
  WidenTaskInput,
} from './task.input.js';
import { changed } from './volunteer-task.resolver.js';

type Answer = Promise<Result<TaskChanged, DomainError>>;

/** The desk that runs tasks. */
@Resolver()
export class DeskTaskResolver {
  constructor(
    private readonly drafting: DraftTaskUseCase,
    private readonly clearing: ClearTaskUseCase,
    private readonly opening: OpenTaskUseCase,
    private readonly verifying: VerifyTaskUseCase,
    private readonly cancelling: CancelTaskUseCase,
  ) {}

  @Allow('draftTask')
  @Mutation(() => TaskChangedResult, { description: 'A task, with its details sealed.' })
  draftTask(@CurrentActor() actor: Actor, @Args('input') input: DraftTaskInput): Answer {
    return changed(this.drafting.execute(actor, input));
  }

  @Allow('clearTask')
  @Mutation(() => TaskChangedResult, { description: 'Somebody else lets it pass.' })
  clearTask(@CurrentActor() actor: Actor, @Args('input') input: ClearTaskInput): Answer {
    return changed(this.clearing.execute(actor, input));
  }

  @Allow('openTask')
  @Mutation(() => TaskChangedResult, { description: 'Puts it on the board of those who fit.' })
  openTask(@CurrentActor() actor: Actor, @Args('input') input: OpenTaskInput): Answer {
    return changed(this.opening.open(actor, input));
  }

  @Allow('widenTask')
  @Mutation(() => TaskChangedResult, { description: 'Asks further people.' })
  widenTask(@CurrentActor() actor: Actor, @Args('input') input: WidenTaskInput): Answer {
    return changed(this.opening.widen(actor, input));
  }

  @Allow('verifyTask')
  @Mutation(() => TaskChangedResult, { description: 'Somebody else looks at the report.' })
  verifyTask(@CurrentActor() actor: Actor, @Args('input') input: VerifyTaskInput): Answer {
    return changed(this.verifying.execute(actor, input));
  }

  @Allow('cancelTask')
  @Mutation(() => TaskChangedResult, { description: 'Calls it off, whoever has it.' })
  cancelTask(@CurrentActor() actor: Actor, @Args('input') input: CancelTaskInput): Answer {
    return changed(this.cancelling.execute(actor, input));
  }
}
