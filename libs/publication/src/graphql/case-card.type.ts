import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { resultUnion } from '@kinward/platform';

@InputType()
export class WithdrawCaseCardInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  cardId!: string;
}

@ObjectType({ description: 'The public does not see it any more.' })
export class CaseCardWithdrawn {
  @Field(() => ID)
  cardId: string;

  constructor(cardId: string) {
    this.cardId = cardId;
  }
}

export const WithdrawCaseCardResult = resultUnion('WithdrawCaseCardResult', CaseCardWithdrawn);
