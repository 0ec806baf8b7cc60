import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { resultUnion } from '@kinward/platform';
import { COUNTED_TO } from '../application/need-counts.query.js';
import type { NeedOutlook } from '../application/need-outlook.query.js';

@ObjectType({ description: 'A factor that grows with time alone.' })
export class ScoreRiseType {
  @Field(() => String)
  factor!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  day!: string;

  @Field(() => Int, { description: 'What it will have on that day.' })
  points!: number;
}

@ObjectType({ description: 'Its place among needs that wait for money.' })
export class WaitingPlaceType {
  @Field(() => Int)
  position!: number;

  @Field(() => Int, { description: 'How many wait; see `countedTo`.' })
  count!: number;

  @Field(() => String, {
    description: 'FIRST, LOWER_SCORE, ASKED_LATER, ASKED_THE_SAME_DAY: why behind the one before.',
  })
  rule!: string;

  @Field(() => Int, { nullable: true, description: 'Score of the one before.' })
  scoreBefore!: number | null;
}

@ObjectType({ description: 'Where a need stands, and what would change its place.' })
export class NeedOutlookType {
  @Field(() => ID)
  needId: string;

  @Field(() => [ScoreRiseType], { description: 'The next rise of each factor, the earlier first.' })
  rises: readonly ScoreRiseType[];

  @Field(() => Boolean, { description: 'Nobody has recorded what the household is like.' })
  lacksFacts: boolean;

  @Field(() => Int, { description: 'Needs before it in the queue.' })
  ahead: number;

  @Field(() => Int, { description: 'Counting stops here: a number this high may be more.' })
  countedTo: number = COUNTED_TO;

  @Field(() => WaitingPlaceType, { nullable: true, description: 'Null: it does not wait.' })
  waiting: WaitingPlaceType | null;

  constructor(needId: string, outlook: NeedOutlook) {
    this.needId = needId;
    this.rises = outlook.rises;
    this.lacksFacts = outlook.lacksFacts;
    this.ahead = outlook.ahead;
    this.waiting = outlook.waiting;
  }
}

export const NeedOutlookResult = resultUnion('NeedOutlookResult', NeedOutlookType);

@InputType()
export class NeedOutlookInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  needId!: string;
}
