import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsDate, IsOptional, Matches } from 'class-validator';
import {
  connectionOf,
  MoneyType,
  PageInput,
  resultUnion,
  type Connection,
} from '@kinward/platform';

export const UUID_TEXT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@InputType()
export class TrialBalanceInput extends PageInput {
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Left out: now.' })
  @IsOptional()
  @IsDate()
  at?: Date | null;
}

@ObjectType({ description: 'An account of the books; funds have one each.' })
export class LedgerAccount {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'ASSET, LIABILITY, FUND or EXPENSE' })
  kind!: string;
}

@ObjectType({ description: 'Both sides, booked and pending.' })
export class LedgerSums {
  @Field(() => MoneyType)
  debits!: MoneyType;

  @Field(() => MoneyType)
  credits!: MoneyType;

  @Field(() => MoneyType)
  debitsPending!: MoneyType;

  @Field(() => MoneyType)
  creditsPending!: MoneyType;
}

@ObjectType()
export class TrialBalanceLine {
  @Field(() => LedgerAccount)
  account!: LedgerAccount;

  @Field(() => LedgerSums)
  sums!: LedgerSums;
}

const TrialBalanceLineConnection = connectionOf('TrialBalanceLine', TrialBalanceLine);

@ObjectType({ description: 'Every account at one moment; both totals are equal.' })
export class TrialBalance {
  @Field(() => TrialBalanceLineConnection, { description: 'By account code.' })
  lines!: Connection<TrialBalanceLine>;

  @Field(() => LedgerSums, { description: 'Of all accounts, whatever page is shown.' })
  totals!: LedgerSums;
}

export const TrialBalanceResult = resultUnion('TrialBalanceResult', TrialBalance);

@InputType()
export class BalanceAtInput {
  @Field(() => ID)
  @Matches(UUID_TEXT)
  accountId!: string;

  @Field(() => GraphQLISODateTime)
  @IsDate()
  at!: Date;
}

@ObjectType({ description: 'What stood on an account at a moment.' })
export class AccountBalance {
  @Field(() => LedgerAccount)
  account!: LedgerAccount;

  @Field(() => LedgerSums)
  sums!: LedgerSums;

  @Field(() => MoneyType, { description: 'As the account’s side sees it; may be below zero.' })
  balance!: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'What a fund could still give.' })
  available!: MoneyType | null;
}

export const AccountBalanceResult = resultUnion('AccountBalanceResult', AccountBalance);
