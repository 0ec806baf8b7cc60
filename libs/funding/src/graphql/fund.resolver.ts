import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, MoneyType, type Actor } from '@kinward/platform';
import { ChangeFundUseCase } from '../application/funds/change-fund.use-case.js';
import { FundsQuery } from '../application/funds/funds.query.js';
import { OpenFundUseCase, type ChangedFund } from '../application/funds/open-fund.use-case.js';
import {
  ChangeFundRulesInput,
  ChangeFundStateInput,
  FundChanged,
  FundChangedResult,
  FundsInput,
  FundType,
  OpenFundInput,
} from './fund.type.js';

type Answer = Promise<Result<FundChanged, DomainError>>;

/** Funds: opening, rules, pauses, and what is in them. */
@Resolver()
export class FundResolver {
  constructor(
    private readonly opening: OpenFundUseCase,
    private readonly change: ChangeFundUseCase,
    private readonly list: FundsQuery,
  ) {}

  @Allow('openFund')
  @Mutation(() => FundChangedResult, { description: 'Opens a fund with its account.' })
  openFund(@CurrentActor() actor: Actor, @Args('input') input: OpenFundInput): Answer {
    return changed(this.opening.execute(actor, input));
  }

  @Allow('changeFundRules')
  @Mutation(() => FundChangedResult, { description: 'Replaces the rules; promises stay.' })
  changeFundRules(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeFundRulesInput,
  ): Answer {
    return changed(this.change.changeRules(actor, input));
  }

  @Allow('changeFundState')
  @Mutation(() => FundChangedResult, { description: 'Pauses, reopens or closes a fund.' })
  changeFundState(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeFundStateInput,
  ): Answer {
    return changed(this.change.changeState(actor, input));
  }

  @Allow('funds')
  @Query(() => [FundType], { description: 'Funds by code; for a foundation those of its grants.' })
  async funds(@CurrentActor() actor: Actor, @Args('input') input: FundsInput): Promise<FundType[]> {
    const funds = await this.list.list(actor, input.states ?? null);
    return funds.map((fund) =>
      Object.assign(new FundType(), fund, {
        publicNames: Object.entries(fund.publicNames).map(([language, name]) => ({
          language,
          name,
        })),
        floor: new MoneyType(fund.floorMinor),
        received: new MoneyType(fund.receivedMinor),
        reserved: new MoneyType(fund.reservedMinor),
        spent: new MoneyType(fund.spentMinor),
        overhead: new MoneyType(fund.overheadMinor),
        left: new MoneyType(fund.leftMinor),
      }),
    );
  }
}

async function changed(change: Promise<Result<ChangedFund, DomainError>>): Answer {
  const result = await change;
  return result.ok ? ok(Object.assign(new FundChanged(), result.value)) : result;
}
