import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { DomainError, Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { CloseCallOutUseCase } from '../application/close-call-out.use-case.js';
import { HandOverCallOutUseCase } from '../application/hand-over-call-out.use-case.js';
import { WorkOnCallOutUseCase } from '../application/work-on-call-out.use-case.js';
import { CallOutChangedResult, type CallOutChanged } from './call-out-changed.type.js';
import {
  AcceptCallOutInput,
  BeginStabilisingInput,
  CloseCallOutInput,
  EscalateCallOutInput,
  HandOverCallOutInput,
  ReturnCallOutInput,
  StabiliseCallOutInput,
} from './call-out.input.js';
import { callOutChanged } from './call-out.resolver.js';

type Answer = Promise<Result<CallOutChanged, DomainError>>;

/** From the dispatch to the end. */
@Resolver()
export class CallOutWorkResolver {
  constructor(
    private readonly working: WorkOnCallOutUseCase,
    private readonly handing: HandOverCallOutUseCase,
    private readonly closing: CloseCallOutUseCase,
  ) {}

  @Allow('beginStabilising')
  @Mutation(() => CallOutChangedResult, { description: 'Help is on its way.' })
  beginStabilising(
    @CurrentActor() actor: Actor,
    @Args('input') input: BeginStabilisingInput,
  ): Answer {
    return callOutChanged(this.working.begin(actor, input));
  }

  @Allow('stabiliseCallOut')
  @Mutation(() => CallOutChangedResult, { description: 'The worst is over.' })
  stabiliseCallOut(
    @CurrentActor() actor: Actor,
    @Args('input') input: StabiliseCallOutInput,
  ): Answer {
    return callOutChanged(this.working.stabilise(actor, input));
  }

  @Allow('handOverCallOut')
  @Mutation(() => CallOutChangedResult, { description: 'Names who stays with the family.' })
  handOverCallOut(
    @CurrentActor() actor: Actor,
    @Args('input') input: HandOverCallOutInput,
  ): Answer {
    return callOutChanged(this.handing.offer(actor, input));
  }

  @Allow('acceptCallOut')
  @Mutation(() => CallOutChangedResult, { description: 'The named owner says yes.' })
  acceptCallOut(@CurrentActor() actor: Actor, @Args('input') input: AcceptCallOutInput): Answer {
    return callOutChanged(this.handing.accept(actor, input));
  }

  @Allow('closeCallOut')
  @Mutation(() => CallOutChangedResult, {
    description: 'Calls open tasks off and gives back what nobody draws on.',
  })
  closeCallOut(@CurrentActor() actor: Actor, @Args('input') input: CloseCallOutInput): Answer {
    return callOutChanged(this.closing.execute(actor, input));
  }

  @Allow('escalateCallOut')
  @Mutation(() => CallOutChangedResult, { description: 'Asks security; the work stands still.' })
  escalateCallOut(
    @CurrentActor() actor: Actor,
    @Args('input') input: EscalateCallOutInput,
  ): Answer {
    return callOutChanged(this.working.escalate(actor, input));
  }

  @Allow('returnCallOut')
  @Mutation(() => CallOutChangedResult, { description: 'Security gives it back to the desk.' })
  returnCallOut(@CurrentActor() actor: Actor, @Args('input') input: ReturnCallOutInput): Answer {
    return callOutChanged(this.working.giveBack(actor, input));
  }
}
