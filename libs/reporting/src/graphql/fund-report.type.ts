import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { MoneyType, resultUnion } from '@kinward/platform';
import type { FundReport as FundReportValue } from '../application/fund-report.query.js';
import type { DisclosedCell } from '../domain/disclosure-control.js';

@InputType()
export class FundReportInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  fundId!: string;

  @Field(() => String, { nullable: true, description: 'First month, YYYY-MM.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Last month, YYYY-MM; default: this one.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  to?: string | null;
}

@ObjectType({ description: 'One group of needs, or OTHER for those too small to be told apart.' })
export class SpendingLine {
  @Field(() => String)
  needGroup: string;

  @Field(() => MoneyType)
  spent: MoneyType;

  @Field(() => Int, { nullable: true, description: 'Rounded to five; null: fewer than ten.' })
  peopleReached: number | null;

  constructor(cell: DisclosedCell) {
    this.needGroup = cell.code;
    this.spent = new MoneyType(cell.minorUnits);
    this.peopleReached = cell.people;
  }
}

@ObjectType({ description: 'People of one age band, or OTHER for bands too small to be told.' })
export class AgeBandLine {
  @Field(() => String)
  ageBand: string;

  @Field(() => Int, { nullable: true, description: 'Rounded to five; null: fewer than ten.' })
  peopleReached: number | null;

  constructor(cell: DisclosedCell) {
    this.ageBand = cell.code;
    this.peopleReached = cell.people;
  }
}

@ObjectType({ description: 'What a fund did; small numbers of people are never told apart.' })
export class FundReport {
  @Field(() => ID)
  fundId: string;

  @Field(() => String)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  lapsesOn: string | null;

  @Field(() => String, { description: 'YYYY-MM' })
  from: string;

  @Field(() => String, { description: 'YYYY-MM' })
  to: string;

  @Field(() => MoneyType, { description: 'In the fund when the period began.' })
  opening: MoneyType;

  @Field(() => MoneyType, { description: 'Came in, less fees and what went back to donors.' })
  received: MoneyType;

  @Field(() => MoneyType, { description: 'Paid for aid, less what came back.' })
  spent: MoneyType;

  @Field(() => MoneyType, { description: 'Set aside when the period ended.' })
  reserved: MoneyType;

  @Field(() => MoneyType, { description: 'Free when the period ended.' })
  left: MoneyType;

  @Field(() => Int, {
    nullable: true,
    description: 'At least so many, rounded to five; null: fewer than ten.',
  })
  peopleReached: number | null;

  @Field(() => [SpendingLine])
  groups: SpendingLine[];

  @Field(() => [AgeBandLine])
  ageBands: AgeBandLine[];

  constructor(report: FundReportValue) {
    this.fundId = report.fundId;
    this.code = report.code;
    this.name = report.name;
    this.lapsesOn = report.lapsesOn;
    this.from = report.period.from;
    this.to = report.period.to;
    this.opening = new MoneyType(report.openingMinor);
    this.received = new MoneyType(report.receivedMinor);
    this.spent = new MoneyType(report.spentMinor);
    this.reserved = new MoneyType(report.reservedMinor);
    this.left = new MoneyType(report.leftMinor);
    this.peopleReached = report.peopleReached;
    this.groups = report.groups.map((cell) => new SpendingLine(cell));
    this.ageBands = report.ageBands.map((cell) => new AgeBandLine(cell));
  }
}

export const FundReportResult = resultUnion('FundReportResult', FundReport);
