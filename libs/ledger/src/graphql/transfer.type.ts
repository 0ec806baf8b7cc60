import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { MoneyType, resultUnion } from '@kinward/platform';
import { UUID_TEXT } from './account.type.js';

@InputType()
export class LedgerTransferInput {
  @Field(() => ID)
  @Matches(UUID_TEXT)
  transferId!: string;
}

@ObjectType({ description: 'A transfer as it was booked; it never changes.' })
export class BookedTransfer {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What it is for.' })
  code!: string;

  @Field(() => String, { description: 'DIRECT, PENDING, POST or VOID' })
  phase!: string;

  @Field(() => ID)
  debitAccountId!: string;

  @Field(() => String)
  debitAccountCode!: string;

  @Field(() => ID)
  creditAccountId!: string;

  @Field(() => String)
  creditAccountCode!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => ID, { nullable: true, description: 'The funding reference of a need.' })
  reference!: string | null;

  @Field(() => GraphQLISODateTime)
  bookedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  expiresAt!: Date | null;
}

@ObjectType({ description: 'A transfer and its neighbours: one step on the way of a cent.' })
export class LedgerTransfer {
  @Field(() => BookedTransfer)
  transfer!: BookedTransfer;

  @Field(() => BookedTransfer, { nullable: true, description: 'What this one posts or voids.' })
  resolves!: BookedTransfer | null;

  @Field(() => BookedTransfer, { nullable: true, description: 'What posted or voided this one.' })
  resolvedBy!: BookedTransfer | null;

  @Field(() => BookedTransfer, { nullable: true, description: 'What this one takes back.' })
  reverses!: BookedTransfer | null;

  @Field(() => [BookedTransfer], { description: 'What took this one back, in part or in whole.' })
  reversedBy!: BookedTransfer[];
}

export const LedgerTransferResult = resultUnion('LedgerTransferResult', LedgerTransfer);

@ObjectType({ description: 'Something that must always be true of the books.' })
export class LedgerInvariant {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  sentence!: string;

  @Field(() => Boolean)
  holds!: boolean;

  @Field(() => [ID], { description: 'What breaks it; at most 100.' })
  offenders!: string[];
}
