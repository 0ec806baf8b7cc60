import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { MoneyType, resultUnion } from '@kinward/platform';
import type { DonorReport } from '../application/donors/my-spending.query.js';

const TOKEN = 100;
const FIRST_YEAR = 2000;
const LAST_YEAR = 9999;

@InputType()
export class MySpendingInput {
  @Field(() => String, { description: 'Of the private link.' })
  @IsString()
  @MaxLength(TOKEN)
  token!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Gifts that arrived in this year; default: all.',
  })
  @IsOptional()
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year?: number | null;
}

@ObjectType({ description: 'What my gifts did for one group of needs; each cent stands once.' })
export class MySpendingLine {
  @Field(() => String, { nullable: true, description: 'Null: it waits and has no group yet.' })
  group: string | null;

  @Field(() => String, { nullable: true })
  label: string | null;

  @Field(() => MoneyType)
  waiting: MoneyType;

  @Field(() => MoneyType)
  reserved: MoneyType;

  @Field(() => MoneyType, { description: 'Has left for a family and has not arrived yet.' })
  spent: MoneyType;

  @Field(() => MoneyType)
  delivered: MoneyType;

  @Field(() => MoneyType, { description: 'Delivered, and confirmed by the family.' })
  confirmed: MoneyType;

  constructor(line: DonorReport['lines'][number]) {
    this.group = line.group;
    this.label = line.label;
    this.waiting = new MoneyType(line.waitingMinor);
    this.reserved = new MoneyType(line.reservedMinor);
    this.spent = new MoneyType(line.spentMinor);
    this.delivered = new MoneyType(line.deliveredMinor);
    this.confirmed = new MoneyType(line.confirmedMinor);
  }
}

@ObjectType({ description: 'Given, less returned, less the fee, is the sum of all lines.' })
export class MySpending {
  @Field(() => MoneyType)
  given: MoneyType;

  @Field(() => MoneyType, { description: 'Refunded, or taken back by my bank.' })
  returned: MoneyType;

  @Field(() => MoneyType, { description: 'What the payment provider kept.' })
  fee: MoneyType;

  @Field(() => Int, {
    nullable: true,
    description: 'Families whom all my gifts together have reached; null where it is not told.',
  })
  families: number | null;

  @Field(() => [MySpendingLine])
  lines: MySpendingLine[];

  @Field(() => String, { description: 'The same lines as CSV, amounts in minor units.' })
  csv: string;

  constructor(report: DonorReport) {
    this.given = new MoneyType(report.givenMinor);
    this.returned = new MoneyType(report.returnedMinor);
    this.fee = new MoneyType(report.feeMinor);
    this.lines = report.lines.map((line) => new MySpendingLine(line));
    this.csv = report.csv;
    this.families = report.families;
  }
}
export const MySpendingResult = resultUnion('MySpendingResult', MySpending);
