import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MoneyType } from '@kinward/platform';
import type {
  GrantProgress as GrantProgressValue,
  LapseAlarm as LapseAlarmValue,
} from '../application/grant-progress.query.js';
import type { Burn } from '../domain/burn.js';
import type { LineResult } from '../domain/line-results.js';

@ObjectType({ description: 'How quickly a grant is spent; a month is a twelfth of 365 days.' })
export class GrantBurn {
  @Field(() => Int, { description: 'Of its days, with today.' })
  daysGone!: number;

  @Field(() => Int)
  days!: number;

  @Field(() => Int, { description: 'Until it lapses; below zero afterwards.' })
  daysLeft!: number;

  @Field(() => MoneyType, { description: 'Spent in a month so far.' })
  perMonth!: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'That would spend the rest in time.' })
  neededPerMonth!: MoneyType | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, at this pace.' })
  usedUpOn!: string | null;

  @Field(() => MoneyType, { description: 'Left on the last day, at this pace.' })
  wouldLapse!: MoneyType;

  static of(burn: Burn): GrantBurn {
    const { perMonthMinor, neededPerMonthMinor, wouldLapseMinor } = burn;
    return Object.assign(new GrantBurn(), burn, {
      perMonth: new MoneyType(perMonthMinor),
      neededPerMonth: neededPerMonthMinor === null ? null : new MoneyType(neededPerMonthMinor),
      wouldLapse: new MoneyType(wouldLapseMinor),
    });
  }
}

@ObjectType({ description: 'One budget line, its targets and what became of it.' })
export class GrantLineProgress {
  @Field(() => String, { nullable: true, description: 'Null: spent beside the lines.' })
  group!: string | null;

  @Field(() => [String], { nullable: true, description: 'Only these kinds of need.' })
  codes!: readonly string[] | null;

  @Field(() => MoneyType, { nullable: true })
  ceiling!: MoneyType | null;

  @Field(() => MoneyType)
  spent!: MoneyType;

  @Field(() => MoneyType)
  reserved!: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'Below zero where more was used.' })
  left!: MoneyType | null;

  @Field(() => Int, { nullable: true })
  peopleTarget!: number | null;

  @Field(() => Int, { nullable: true, description: 'In fives; null: too few to be told.' })
  peopleReached!: number | null;

  @Field(() => Int, { nullable: true })
  needsTarget!: number | null;

  @Field(() => Int, { nullable: true, description: 'In fives; null: too few to be told.' })
  needsMet!: number | null;

  static of({ line, spentMinor, reservedMinor, people, needs }: LineResult): GrantLineProgress {
    const ceiling = line === null ? null : BigInt(line.ceilingMinor);
    return Object.assign(new GrantLineProgress(), {
      group: line?.group ?? null,
      codes: line?.codes ?? null,
      ceiling: ceiling === null ? null : new MoneyType(ceiling),
      spent: new MoneyType(spentMinor),
      reserved: new MoneyType(reservedMinor),
      left: ceiling === null ? null : new MoneyType(ceiling - spentMinor - reservedMinor),
      peopleTarget: line?.peopleTarget ?? null,
      peopleReached: people,
      needsTarget: line?.needsTarget ?? null,
      needsMet: needs,
    });
  }
}

@ObjectType({ description: 'Money that lapses soon. It names groups of needs and no case.' })
export class GrantLapseAlarm {
  @Field(() => MoneyType)
  unspent!: MoneyType;

  @Field(() => Int)
  daysLeft!: number;

  @Field(() => Int, { description: 'Waiting needs that it may serve and could pay.' })
  waitingNeeds!: number;

  @Field(() => [String], { description: 'Their groups.' })
  groups!: readonly string[];

  static of(alarm: LapseAlarmValue): GrantLapseAlarm {
    return Object.assign(new GrantLapseAlarm(), alarm, {
      unspent: new MoneyType(alarm.unspentMinor),
    });
  }
}

@ObjectType({ description: 'A grant, how far it has come, and whether it is in time.' })
export class GrantProgress {
  @Field(() => ID)
  grantId!: string;

  @Field(() => ID)
  fundId!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String)
  startsOn!: string;

  @Field(() => String)
  lapsesOn!: string;

  @Field(() => MoneyType, { description: 'What was promised.' })
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'What has come, less the share for the work itself.' })
  spendable!: MoneyType;

  @Field(() => MoneyType)
  spent!: MoneyType;

  @Field(() => MoneyType)
  reserved!: MoneyType;

  @Field(() => MoneyType)
  left!: MoneyType;

  @Field(() => Int, { nullable: true, description: 'In fives; null: fewer than ten.' })
  peopleReached!: number | null;

  @Field(() => GrantBurn)
  burn!: GrantBurn;

  @Field(() => [GrantLineProgress])
  lines!: readonly GrantLineProgress[];

  @Field(() => GrantLapseAlarm, { nullable: true, description: 'In its last sixty days.' })
  alarm!: GrantLapseAlarm | null;

  static of(progress: GrantProgressValue): GrantProgress {
    const { grant, spendableMinor, spentMinor, reservedMinor, leftMinor } = progress;
    const { id: grantId, fundId, code, name, state, startsOn, lapsesOn } = grant;
    return Object.assign(new GrantProgress(), {
      ...{ grantId, fundId, code, name, state, startsOn, lapsesOn },
      amount: new MoneyType(grant.amountMinor),
      spendable: new MoneyType(spendableMinor),
      spent: new MoneyType(spentMinor),
      reserved: new MoneyType(reservedMinor),
      left: new MoneyType(leftMinor),
      peopleReached: progress.peopleReached,
      burn: GrantBurn.of(progress.burn),
      lines: progress.lines.map((line) => GrantLineProgress.of(line)),
      alarm: progress.alarm === null ? null : GrantLapseAlarm.of(progress.alarm),
    });
  }
}
