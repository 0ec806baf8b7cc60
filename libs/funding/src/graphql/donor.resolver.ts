import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { MoneyType, Public } from '@kinward/platform';
import { DonorWishes } from '../application/donors/donor-wishes.js';
import { ForgetDonorUseCase } from '../application/donors/forget-donor.use-case.js';
import { GiveOptionsQuery } from '../application/donors/give-options.query.js';
import { MyGiftsQuery, type GiftStory } from '../application/donors/my-gifts.query.js';
import { NewCardUseCase } from '../application/donors/new-card.use-case.js';
import { StartGiftUseCase } from '../application/donors/start-gift.use-case.js';
import {
  ChangeMonthlyGiftInput,
  ChooseFallbackInput,
  ForgetMeInput,
  GiveOptionsInput,
  MyGiftsInput,
  RenewMonthlyCardInput,
  StartGiftInput,
  StopMonthlyGiftInput,
} from './donor.input.js';
import { GiftStarted, GiveOptionsType, StartGiftResult } from './give.type.js';
import {
  CardPageOpened,
  DonorWishNoted,
  DonorWishResult,
  GiftPartType,
  MyGift,
  MyGiftsPage,
  MyGiftsResult,
  RenewMonthlyCardResult,
} from './my-gifts.type.js';

type Wish = Promise<Result<DonorWishNoted, DomainError>>;

/** What donors do, who have no account: giving, and their private page. */
@Resolver()
export class DonorResolver {
  constructor(
    private readonly options: GiveOptionsQuery,
    private readonly starting: StartGiftUseCase,
    private readonly page: MyGiftsQuery,
    private readonly wishes: DonorWishes,
    private readonly card: NewCardUseCase,
    private readonly forgetting: ForgetDonorUseCase,
  ) {}

  @Public('donors have no account')
  @Query(() => GiveOptionsType, { description: 'What to give for, and what to know before.' })
  async giveOptions(
    @Args('input') input: GiveOptionsInput,
  ): Promise<Result<GiveOptionsType, DomainError>> {
    const result = await this.options.read(input.organization, input.locale);
    if (!result.ok) return result;
    const { caseCards, minimumMinor, maximumMinor, feeFixedMinor } = result.value;
    return ok(
      Object.assign(new GiveOptionsType(), result.value, {
        minimum: new MoneyType(minimumMinor),
        maximum: new MoneyType(maximumMinor),
        feeFixed: new MoneyType(feeFixedMinor),
        caseCards: caseCards.map((each) => ({
          ...each,
          amount: new MoneyType(each.amountMinor),
          given: new MoneyType(each.givenMinor),
        })),
      }),
    );
  }

  @Public('donors have no account')
  @Mutation(() => StartGiftResult, { description: 'Begins a gift and opens the page to pay.' })
  async startGift(@Args('input') input: StartGiftInput): Promise<Result<GiftStarted, DomainError>> {
    const result = await this.starting.execute(input);
    return result.ok ? ok(Object.assign(new GiftStarted(), result.value)) : result;
  }

  @Public('the token of the private link is the key')
  @Query(() => MyGiftsResult, { description: 'What my gifts did so far.' })
  async myGifts(@Args('input') input: MyGiftsInput): Promise<Result<MyGiftsPage, DomainError>> {
    const result = await this.page.read(input.token, input.locale ?? null);
    if (!result.ok) return result;
    const { organizationName, thanks, gifts, pledges, updates } = result.value;
    return ok(
      Object.assign(new MyGiftsPage(), {
        organizationName,
        thanks,
        gifts: gifts.map(toMyGift),
        monthlyGifts: pledges.map((each) => ({ ...each, amount: new MoneyType(each.amountMinor) })),
        updates,
      }),
    );
  }

  @Public('the token of the private link is the key')
  @Mutation(() => DonorWishResult, { description: 'Ends a monthly gift.' })
  stopMonthlyGift(@Args('input') input: StopMonthlyGiftInput): Wish {
    return noted(this.wishes.stop(input.token, input.pledgeId));
  }

  @Public('the token of the private link is the key')
  @Mutation(() => DonorWishResult, { description: 'Pauses, resumes or changes a monthly gift.' })
  changeMonthlyGift(@Args('input') input: ChangeMonthlyGiftInput): Wish {
    return noted(this.wishes.change(input));
  }

  @Public('the token of the private link is the key')
  @Mutation(() => RenewMonthlyCardResult, { description: 'Opens the page to leave another card.' })
  async renewMonthlyCard(
    @Args('input') input: RenewMonthlyCardInput,
  ): Promise<Result<CardPageOpened, DomainError>> {
    const result = await this.card.execute(input.token, input.pledgeId);
    return result.ok ? ok(Object.assign(new CardPageOpened(), result.value)) : result;
  }

  @Public('the token of the private link is the key')
  @Mutation(() => DonorWishResult, { description: 'Says where a gift goes when a card is full.' })
  chooseFallback(@Args('input') input: ChooseFallbackInput): Wish {
    return noted(this.wishes.chooseFallback(input));
  }

  @Public('the token of the private link is the key')
  @Mutation(() => DonorWishResult, { description: 'Erases who I am, and ends monthly gifts.' })
  forgetMe(@Args('input') input: ForgetMeInput): Wish {
    return noted(this.forgetting.execute(input.token));
  }
}

function toMyGift(story: GiftStory): MyGift {
  return Object.assign(new MyGift(), story, {
    amount: new MoneyType(story.amountMinor),
    fee: new MoneyType(story.feeMinor),
    refunded: new MoneyType(story.refundedMinor),
    parts: story.parts.map((part): GiftPartType => ({
      ...part,
      amount: new MoneyType(part.amountMinor),
    })),
    moves: story.moves.map((move) => ({ ...move, amount: new MoneyType(move.amountMinor) })),
  });
}

async function noted(wish: Promise<Result<{ state: string }, DomainError>>): Wish {
  const result = await wish;
  return result.ok ? ok(Object.assign(new DonorWishNoted(), result.value)) : result;
}
