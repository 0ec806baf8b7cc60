import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { AddCaseNoteUseCase } from '../application/add-case-note/add-case-note.use-case.js';
import { AgreeContactRhythmUseCase } from '../application/agree-contact-rhythm/agree-contact-rhythm.use-case.js';
import { ChangeChannelTrustUseCase } from '../application/change-channel-trust/change-channel-trust.use-case.js';
import type { ChangedCase } from '../application/changed-case.js';
import { PlanNextStepUseCase } from '../application/plan-next-step/plan-next-step.use-case.js';
import { RecordContactAttemptUseCase } from '../application/record-contact-attempt/record-contact-attempt.use-case.js';
import { RecordContactChannelUseCase } from '../application/record-contact-channel/record-contact-channel.use-case.js';
import { CaseChanged, CaseChangedResult } from './case-changed.type.js';
import {
  AddCaseNoteInput,
  AgreeContactRhythmInput,
  ChangeChannelTrustInput,
  PlanNextStepInput,
  RecordContactAttemptInput,
  RecordContactChannelInput,
} from './contact.type.js';

type Answer = Promise<Result<CaseChanged, DomainError>>;

/** How a family is reached, how far its channels are trusted, and what was promised next. */
@Resolver()
export class ContactResolver {
  constructor(
    private readonly channel: RecordContactChannelUseCase,
    private readonly trust: ChangeChannelTrustUseCase,
    private readonly attempt: RecordContactAttemptUseCase,
    private readonly rhythm: AgreeContactRhythmUseCase,
    private readonly step: PlanNextStepUseCase,
    private readonly note: AddCaseNoteUseCase,
  ) {}

  @Allow('recordContactChannel')
  @Mutation(() => CaseChangedResult, { description: 'Adds a channel that nobody trusts yet.' })
  recordContactChannel(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordContactChannelInput,
  ): Answer {
    return changed(this.channel.execute(actor, input));
  }

  @Allow('changeChannelTrust')
  @Mutation(() => CaseChangedResult, { description: 'A warning needs no key; a handshake does.' })
  changeChannelTrust(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeChannelTrustInput,
  ): Answer {
    return changed(this.trust.execute(actor, input));
  }

  @Allow('recordContactAttempt')
  @Mutation(() => CaseChangedResult, { description: 'Notes a contact and, if wanted, a promise.' })
  recordContactAttempt(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordContactAttemptInput,
  ): Answer {
    return changed(this.attempt.execute(actor, input));
  }

  @Allow('addCaseNote')
  @Mutation(() => CaseChangedResult, { description: 'Adds a note of a kind.' })
  addCaseNote(@CurrentActor() actor: Actor, @Args('input') input: AddCaseNoteInput): Answer {
    return changed(this.note.execute(actor, input));
  }

  @Allow('agreeContactRhythm')
  @Mutation(() => CaseChangedResult, { description: 'Sets the agreed time between contacts.' })
  agreeContactRhythm(
    @CurrentActor() actor: Actor,
    @Args('input') input: AgreeContactRhythmInput,
  ): Answer {
    return changed(this.rhythm.execute(actor, input));
  }

  @Allow('planNextStep')
  @Mutation(() => CaseChangedResult, { description: 'Makes the promise of the case.' })
  planNextStep(@CurrentActor() actor: Actor, @Args('input') input: PlanNextStepInput): Answer {
    return changed(this.step.execute(actor, input));
  }
}

async function changed(work: Promise<Result<ChangedCase, DomainError>>): Answer {
  const result = await work;
  return result.ok ? ok(new CaseChanged(result.value)) : result;
}
