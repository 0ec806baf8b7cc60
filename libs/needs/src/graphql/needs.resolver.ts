import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { ChangeNeedUseCase } from '../application/change-need.use-case.js';
import type { ChangedNeed } from '../application/changed-need.js';
import { RecordNeedOnceUseCase } from '../application/record-need-once.use-case.js';
import { RescoreNeedUseCase } from '../application/rescore-need.use-case.js';
import { ScreenNeedUseCase } from '../application/screen-need.use-case.js';
import {
  ChangeNeedInput,
  RecordNeedInput,
  RescoreNeedInput,
  ScreenNeedInput,
} from './need.input.js';
import { NeedChanged, NeedChangedResult } from './need.type.js';

type Answer = Promise<Result<NeedChanged, DomainError>>;

/** What a family asks for, until it is sent on. */
@Resolver()
export class NeedsResolver {
  constructor(
    private readonly recording: RecordNeedOnceUseCase,
    private readonly changing: ChangeNeedUseCase,
    private readonly scoring: RescoreNeedUseCase,
    private readonly screening: ScreenNeedUseCase,
  ) {}

  @Allow('recordNeed')
  @Mutation(() => NeedChangedResult, { description: 'Writes down what a family asks for.' })
  recordNeed(@CurrentActor() actor: Actor, @Args('input') input: RecordNeedInput): Answer {
    return needChanged(this.recording.execute(actor, input));
  }

  @Allow('changeNeed')
  @Mutation(() => NeedChangedResult, { description: 'Writes a draft anew.' })
  changeNeed(@CurrentActor() actor: Actor, @Args('input') input: ChangeNeedInput): Answer {
    return needChanged(this.changing.execute(actor, input));
  }

  @Allow('rescoreNeed')
  @Mutation(() => NeedChangedResult, { description: 'Computes the score from the facts again.' })
  rescoreNeed(@CurrentActor() actor: Actor, @Args('input') input: RescoreNeedInput): Answer {
    return needChanged(this.scoring.execute(actor, input));
  }

  @Allow('screenNeed')
  @Mutation(() => NeedChangedResult, { description: 'Sends a draft on; its clocks start.' })
  screenNeed(@CurrentActor() actor: Actor, @Args('input') input: ScreenNeedInput): Answer {
    return needChanged(this.screening.execute(actor, input));
  }
}

/** The GraphQL answer of a use case. */
export async function needChanged(work: Promise<Result<ChangedNeed, DomainError>>): Answer {
  const result = await work;
  return result.ok ? ok(new NeedChanged(result.value)) : result;
}
