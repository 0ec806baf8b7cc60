import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, MoneyType, type Actor } from '@kinward/platform';
import { CheckPublicTextQuery } from '../application/check-public-text.query.js';
import { PublishPublicTextUseCase } from '../application/publish-public-text.use-case.js';
import {
  SendBackPublicTextUseCase,
  WithdrawPublicTextUseCase,
} from '../application/take-back-text.use-cases.js';
import { WritePublicTextUseCase } from '../application/write-public-text.use-case.js';
import {
  CheckPublicTextInput,
  CheckPublicTextResult,
  disclosedBy,
  factsOf,
  PublicTextChecked,
  PublicTextPublished,
  PublicTextTakenBack,
  PublicTextWritten,
  PublishPublicTextInput,
  PublishPublicTextResult,
  SendBackPublicTextInput,
  SendBackPublicTextResult,
  WithdrawPublicTextInput,
  WithdrawPublicTextResult,
  WritePublicTextInput,
  WritePublicTextResult,
} from './public-text.type.js';

/** What leaves the house about a family: one person writes it, another lets it out. */
@Resolver()
export class PublicTextResolver {
  constructor(
    private readonly checking: CheckPublicTextQuery,
    private readonly writing: WritePublicTextUseCase,
    private readonly publishing: PublishPublicTextUseCase,
    private readonly sendingBack: SendBackPublicTextUseCase,
    private readonly withdrawal: WithdrawPublicTextUseCase,
  ) {}

  @Allow('checkPublicText')
  @Query(() => CheckPublicTextResult, { description: 'What the gate says of a text.' })
  async checkPublicText(
    @Args('input') { textId = null, facts, ...input }: CheckPublicTextInput,
  ): Promise<Result<PublicTextChecked, DomainError>> {
    const draft = { ...input, facts: disclosedBy(facts) };
    const checked = await this.checking.execute(draft, textId);
    if (!checked.ok) return checked;
    const { proposal, amountMinor, ...said } = checked.value;
    return ok(
      Object.assign(new PublicTextChecked(), {
        ...said,
        proposal: proposal === null ? null : factsOf(proposal.facts),
        proposalPersons: proposal?.persons ?? null,
        amount: new MoneyType(amountMinor),
      }),
    );
  }

  @Allow('writePublicText')
  @Mutation(() => WritePublicTextResult, { description: 'Writes a card or an update.' })
  async writePublicText(
    @CurrentActor() actor: Actor,
    @Args('input') { facts, ...input }: WritePublicTextInput,
  ): Promise<Result<PublicTextWritten, DomainError>> {
    const written = await this.writing.execute(actor, { ...input, facts: disclosedBy(facts) });
    return written.ok ? ok(Object.assign(new PublicTextWritten(), written.value)) : written;
  }

  @Allow('publishPublicText')
  @Mutation(() => PublishPublicTextResult, { description: 'The second person lets a text out.' })
  async publishPublicText(
    @CurrentActor() actor: Actor,
    @Args('input') input: PublishPublicTextInput,
  ): Promise<Result<PublicTextPublished, DomainError>> {
    const published = await this.publishing.execute(actor, input);
    return published.ok ? ok(Object.assign(new PublicTextPublished(), published.value)) : published;
  }

  @Allow('sendBackPublicText')
  @Mutation(() => SendBackPublicTextResult, { description: 'Gives a text back to its authors.' })
  async sendBackPublicText(
    @Args('input') input: SendBackPublicTextInput,
  ): Promise<Result<PublicTextTakenBack, DomainError>> {
    return takenBack(await this.sendingBack.execute(input), input.textId);
  }

  @Allow('withdrawPublicText')
  @Mutation(() => WithdrawPublicTextResult, { description: 'Takes a text back, at once.' })
  async withdrawPublicText(
    @Args('input') { textId }: WithdrawPublicTextInput,
  ): Promise<Result<PublicTextTakenBack, DomainError>> {
    return takenBack(await this.withdrawal.execute(textId), textId);
  }
}

function takenBack(
  result: Result<void, DomainError>,
  textId: string,
): Result<PublicTextTakenBack, DomainError> {
  return result.ok ? ok(Object.assign(new PublicTextTakenBack(), { textId })) : result;
}
