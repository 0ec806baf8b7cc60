import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MoneyType, resultUnion } from '@kinward/platform';

@ObjectType({ description: 'Part of a gift, and how far it has come.' })
export class GiftPartType {
  @Field(() => String, { description: 'CONFIRMED, DELIVERED, ON_ITS_WAY, RESERVED, WAITING' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'A group of needs.' })
  group!: string | null;

  @Field(() => String, { nullable: true })
  label!: string | null;

  @Field(() => MoneyType)
  amount!: MoneyType;
}

@ObjectType({ description: 'Why and where part of a gift went elsewhere.' })
export class GiftMoveType {
  @Field(() => String, { description: 'OVER_FUNDED, CLOSED, WITHDRAWN' })
  reason!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => String)
  movedOn!: string;
}

@ObjectType()
export class MyGift {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  fallback!: string;

  @Field(() => Boolean, { description: 'Given for the need of one family, which may be full.' })
  isForOneNeed!: boolean;

  @Field(() => String)
  startedOn!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'What the payment provider kept.' })
  fee!: MoneyType;

  @Field(() => MoneyType)
  refunded!: MoneyType;

  @Field(() => [GiftPartType])
  parts!: GiftPartType[];

  @Field(() => [GiftMoveType])
  moves!: GiftMoveType[];

  @Field(() => Int, { nullable: true })
  receiptYear!: number | null;

  @Field(() => Int, { nullable: true })
  receiptNumber!: number | null;
}

@ObjectType()
export class MyMonthlyGift {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  startedOn!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;
}

@ObjectType({ description: 'What a family agreed to tell those who gave for its need.' })
export class DonorUpdate {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The public codename of the card.' })
  codename!: string;

  @Field(() => String, { description: 'YYYY-MM; no day is said.' })
  month!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType({ description: 'The private page of a donor.' })
export class MyGiftsPage {
  @Field(() => String)
  organizationName!: string;

  @Field(() => String)
  thanks!: string;

  @Field(() => [MyGift])
  gifts!: MyGift[];

  @Field(() => [MyMonthlyGift])
  monthlyGifts!: MyMonthlyGift[];

  @Field(() => [DonorUpdate], { description: 'Newest first.' })
  updates!: readonly DonorUpdate[];
}
export const MyGiftsResult = resultUnion('MyGiftsResult', MyGiftsPage);

@ObjectType({ description: 'It is noted, and the payment provider will hear of it.' })
export class DonorWishNoted {
  @Field(() => String)
  state!: string;
}
export const DonorWishResult = resultUnion('DonorWishResult', DonorWishNoted);

@ObjectType({ description: 'Open the page to leave another card.' })
export class CardPageOpened {
  @Field(() => String)
  checkoutUrl!: string;
}
export const RenewMonthlyCardResult = resultUnion('RenewMonthlyCardResult', CardPageOpened);
