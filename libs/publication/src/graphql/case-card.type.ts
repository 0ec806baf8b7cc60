import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { resultUnion } from '@kinward/platform';

@InputType()
export class PublishCaseCardInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  needId!: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when stale.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;

  @Field(() => ID, { description: 'A UUID you made; send the same one when you send it again.' })
  @IsString()
  @MaxLength(60)
  commandKey!: string;
}

@InputType()
export class WithdrawCaseCardInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  cardId!: string;
}

@ObjectType({ description: 'The public can give to it now.' })
export class CaseCardPublished {
  @Field(() => ID)
  cardId: string;

  @Field(() => String, { description: 'Not the codename of the case.' })
  publicCodename: string;

  constructor(card: { cardId: string; publicCodename: string }) {
    this.cardId = card.cardId;
    this.publicCodename = card.publicCodename;
  }
}

@ObjectType({ description: 'The public does not see it any more.' })
export class CaseCardWithdrawn {
  @Field(() => ID)
  cardId: string;

  constructor(cardId: string) {
    this.cardId = cardId;
  }
}

export const PublishCaseCardResult = resultUnion('PublishCaseCardResult', CaseCardPublished);
export const WithdrawCaseCardResult = resultUnion('WithdrawCaseCardResult', CaseCardWithdrawn);
