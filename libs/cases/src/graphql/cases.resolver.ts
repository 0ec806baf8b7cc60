import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { OpenCaseOnceUseCase } from '../application/open-case/open-case-once.use-case.js';
import { TransitionCaseUseCase } from '../application/transition-case/transition-case.use-case.js';
import { CaseOpened, OpenCaseInput, OpenCaseResult } from './open-case.type.js';
import {
  CaseTransitioned,
  TransitionCaseInput,
  TransitionCaseResult,
} from './transition-case.type.js';

/** Opening cases and moving them through their states. */
@Resolver()
export class CasesResolver {
  constructor(
    private readonly openCaseUseCase: OpenCaseOnceUseCase,
    private readonly transitionCaseUseCase: TransitionCaseUseCase,
  ) {}

  @Allow('openCase')
  @Mutation(() => OpenCaseResult, { description: 'Opens a case under a new codename.' })
  async openCase(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpenCaseInput,
  ): Promise<Result<CaseOpened, DomainError>> {
    const result = await this.openCaseUseCase.execute(actor, input);
    return result.ok ? ok(new CaseOpened(result.value)) : result;
  }

  @Allow('transitionCase')
  @Mutation(() => TransitionCaseResult, { description: 'Moves a case to another state.' })
  async transitionCase(
    @CurrentActor() actor: Actor,
    @Args('input') input: TransitionCaseInput,
  ): Promise<Result<CaseTransitioned, DomainError>> {
    const result = await this.transitionCaseUseCase.execute(actor, input);
    return result.ok ? ok(Object.assign(new CaseTransitioned(), result.value)) : result;
  }
}
