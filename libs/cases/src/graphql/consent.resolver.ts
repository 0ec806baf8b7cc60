import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import type { ChangedCase } from '../application/changed-case.js';
import { GiveConsentUseCase } from '../application/give-consent/give-consent.use-case.js';
import { RecordVerificationUseCase } from '../application/record-verification/record-verification.use-case.js';
import { WithdrawConsentUseCase } from '../application/withdraw-consent/withdraw-consent.use-case.js';
import { CaseChanged, CaseChangedResult } from './case-changed.type.js';
import { GiveConsentInput, RecordVerificationInput, WithdrawConsentInput } from './consent.type.js';

type Answer = Promise<Result<CaseChanged, DomainError>>;

/** What must be true before a family is helped: it agreed, and somebody checked. */
@Resolver()
export class ConsentResolver {
  constructor(
    private readonly give: GiveConsentUseCase,
    private readonly withdraw: WithdrawConsentUseCase,
    private readonly verify: RecordVerificationUseCase,
  ) {}

  @Allow('giveConsent')
  @Mutation(() => CaseChangedResult, { description: 'Replaces an earlier one for the purpose.' })
  giveConsent(@CurrentActor() actor: Actor, @Args('input') input: GiveConsentInput): Answer {
    return changed(this.give.execute(actor, input));
  }

  @Allow('withdrawConsent')
  @Mutation(() => CaseChangedResult, { description: 'Holds at once; nobody asks why.' })
  withdrawConsent(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawConsentInput,
  ): Answer {
    return changed(this.withdraw.execute(actor, input));
  }

  @Allow('recordVerification')
  @Mutation(() => CaseChangedResult, { description: 'Seen, not stored.' })
  recordVerification(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordVerificationInput,
  ): Answer {
    return changed(this.verify.execute(actor, input));
  }
}

async function changed(work: Promise<Result<ChangedCase, DomainError>>): Answer {
  const result = await work;
  return result.ok ? ok(new CaseChanged(result.value)) : result;
}
