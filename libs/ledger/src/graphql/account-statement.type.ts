import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsDate, Matches } from 'class-validator';
import {
  connectionOf,
  MoneyType,
  PageInput,
  resultUnion,
  type Connection,
} from '@kinward/platform';
import { LedgerAccount, UUID_TEXT } from './account.type.js';

@InputType()
export class AccountStatementInput extends PageInput {
  @Field(() => ID)
  @Matches(UUID_TEXT)
  accountId!: string;

  @Field(() => GraphQLISODateTime, { description: 'From this moment on.' })
  @IsDate()
  from!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Up to, and without, this moment.' })
  @IsDate()
  to!: Date;
}

@ObjectType({ description: 'One booked movement, seen from the account.' })
export class AccountStatementLine {
  @Field(() => ID)
  transferId!: string;

  @Field(() => GraphQLISODateTime)
  bookedAt!: Date;

  @Field(() => String, { description: 'What the transfer is for.' })
  code!: string;

  @Field(() => String, { description: 'DEBIT or CREDIT' })
  side!: string;

  @Field(() => ID)
  counterAccountId!: string;

  @Field(() => String)
  counterAccountCode!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => ID, { nullable: true, description: 'The funding reference of a need.' })
  reference!: string | null;

  @Field(() => MoneyType, { description: 'Balance after this line.' })
  balance!: MoneyType;
}

const AccountStatementLineConnection = connectionOf('AccountStatementLine', AccountStatementLine);

@ObjectType({ description: 'What was booked to an account in a period.' })
export class AccountStatement {
  @Field(() => LedgerAccount)
  account!: LedgerAccount;

  @Field(() => MoneyType)
  opening!: MoneyType;

  @Field(() => MoneyType)
  closing!: MoneyType;

  @Field(() => AccountStatementLineConnection, { description: 'In the order of booking.' })
  lines!: Connection<AccountStatementLine>;
}

export const AccountStatementResult = resultUnion('AccountStatementResult', AccountStatement);
