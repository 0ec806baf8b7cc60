import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { ActOnNeedsUseCase } from '../application/act-on-needs.use-case.js';
import { ApproveNeedUseCase } from '../application/approve-need.use-case.js';
import { AssessNeedUseCase } from '../application/assess-need.use-case.js';
import { DecideNeedUseCase } from '../application/decide-need.use-case.js';
import {
  ActOnNeedsInput,
  ApproveNeedInput,
  AssessNeedInput,
  CancelNeedInput,
  PutOnWaitingListInput,
  RejectNeedInput,
  SendBackNeedInput,
} from './need.input.js';
import { NeedChanged, NeedChangedResult, NeedsActedOn, NeedsActedOnResult } from './need.type.js';
import { needChanged } from './needs.resolver.js';

type Answer = Promise<Result<NeedChanged, DomainError>>;

/** What is decided on a need that was sent on. */
@Resolver()
export class NeedDecisionsResolver {
  constructor(
    private readonly assessing: AssessNeedUseCase,
    private readonly approving: ApproveNeedUseCase,
    private readonly deciding: DecideNeedUseCase,
    private readonly many: ActOnNeedsUseCase,
  ) {}

  @Allow('assessNeed')
  @Mutation(() => NeedChangedResult, { description: 'Makes it ready for a decision.' })
  assessNeed(@CurrentActor() actor: Actor, @Args('input') input: AssessNeedInput): Answer {
    return needChanged(this.assessing.execute(actor, input));
  }

  @Allow('sendBackNeed')
  @Mutation(() => NeedChangedResult, { description: 'Back to its author, with a reason.' })
  sendBackNeed(@CurrentActor() actor: Actor, @Args('input') input: SendBackNeedInput): Answer {
    return needChanged(this.deciding.execute(actor, 'SEND_BACK', input));
  }

  @Allow('approveNeed')
  @Mutation(() => NeedChangedResult, { description: 'Never by its author; two above the ceiling.' })
  approveNeed(@CurrentActor() actor: Actor, @Args('input') input: ApproveNeedInput): Answer {
    return needChanged(this.approving.execute(actor, input));
  }

  @Allow('rejectNeed')
  @Mutation(() => NeedChangedResult, { description: 'Never by its author; with a reason.' })
  rejectNeed(@CurrentActor() actor: Actor, @Args('input') input: RejectNeedInput): Answer {
    return needChanged(this.deciding.execute(actor, 'REJECT', input));
  }

  @Allow('cancelNeed')
  @Mutation(() => NeedChangedResult, { description: 'Ends it, with a reason.' })
  cancelNeed(@CurrentActor() actor: Actor, @Args('input') input: CancelNeedInput): Answer {
    return needChanged(this.deciding.execute(actor, 'CANCEL', input));
  }

  @Allow('putOnWaitingList')
  @Mutation(() => NeedChangedResult, { description: 'Approved, and no money for it yet.' })
  putOnWaitingList(
    @CurrentActor() actor: Actor,
    @Args('input') input: PutOnWaitingListInput,
  ): Answer {
    return needChanged(this.deciding.execute(actor, 'WAIT_FOR_FUNDS', input));
  }

  @Allow('actOnNeeds')
  @Mutation(() => NeedsActedOnResult, {
    description: 'One act on up to 50 needs, each judged alone.',
  })
  async actOnNeeds(
    @CurrentActor() actor: Actor,
    @Args('input') input: ActOnNeedsInput,
  ): Promise<Result<NeedsActedOn, DomainError>> {
    const done = await this.many.execute(actor, input);
    return done.ok ? ok(new NeedsActedOn(done.value)) : done;
  }
}
