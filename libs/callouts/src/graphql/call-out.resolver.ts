import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { AcknowledgeCallOutUseCase } from '../application/acknowledge-call-out.use-case.js';
import type { ChangedCallOut } from '../application/changed-call-out.js';
import { DispatchCallOutUseCase } from '../application/dispatch-call-out.use-case.js';
import { RaiseCallOutUseCase } from '../application/raise-call-out.use-case.js';
import { SignCallOutUseCase } from '../application/sign-call-out.use-case.js';
import { TriageCallOutUseCase } from '../application/triage-call-out.use-case.js';
import {
  CallOutChanged,
  CallOutChangedResult,
  CallOutDispatched,
  CallOutDispatchedResult,
} from './call-out-changed.type.js';
import {
  AcknowledgeCallOutInput,
  DispatchCallOutInput,
  RaiseCallOutInput,
  SignCallOutInput,
  TriageCallOutInput,
} from './call-out.input.js';

type Answer = Promise<Result<CallOutChanged, DomainError>>;

/** From the alarm to the second signature. */
@Resolver()
export class CallOutResolver {
  constructor(
    private readonly raising: RaiseCallOutUseCase,
    private readonly acknowledging: AcknowledgeCallOutUseCase,
    private readonly triaging: TriageCallOutUseCase,
    private readonly dispatching: DispatchCallOutUseCase,
    private readonly signing: SignCallOutUseCase,
  ) {}

  @Allow('raiseCallOut')
  @Mutation(() => CallOutChangedResult, { description: 'Alarms the duty desk, now.' })
  raiseCallOut(@CurrentActor() actor: Actor, @Args('input') input: RaiseCallOutInput): Answer {
    return callOutChanged(this.raising.execute(actor, input));
  }

  @Allow('acknowledgeCallOut')
  @Mutation(() => CallOutChangedResult, { description: 'I have seen it.' })
  acknowledgeCallOut(
    @CurrentActor() actor: Actor,
    @Args('input') input: AcknowledgeCallOutInput,
  ): Answer {
    return callOutChanged(this.acknowledging.execute(actor, input));
  }

  @Allow('triageCallOut')
  @Mutation(() => CallOutChangedResult, {
    description: 'One of the two calls; the second person who says the same decides.',
  })
  triageCallOut(@CurrentActor() actor: Actor, @Args('input') input: TriageCallOutInput): Answer {
    return callOutChanged(this.triaging.execute(actor, input));
  }

  @Allow('dispatchCallOut')
  @Mutation(() => CallOutDispatchedResult, {
    description: 'Tasks, needs and their money in one step, under the cap.',
  })
  async dispatchCallOut(
    @CurrentActor() actor: Actor,
    @Args('input') input: DispatchCallOutInput,
  ): Promise<Result<CallOutDispatched, DomainError>> {
    const done = await this.dispatching.execute(actor, input);
    return done.ok ? ok(new CallOutDispatched(done.value)) : done;
  }

  @Allow('signCallOut')
  @Mutation(() => CallOutChangedResult, { description: 'Not by whoever dispatched.' })
  signCallOut(@CurrentActor() actor: Actor, @Args('input') input: SignCallOutInput): Answer {
    return callOutChanged(this.signing.execute(actor, input));
  }
}

/** The change as the schema shows it. */
export async function callOutChanged(work: Promise<Result<ChangedCallOut, DomainError>>): Answer {
  const done = await work;
  return done.ok ? ok(new CallOutChanged(done.value)) : done;
}
