import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Person } from '@kinward/identity';
import { resultUnion } from '@kinward/platform';

const INSTANT = 40;

@ObjectType({ description: 'Somebody who can be called on now.' })
export class DutyShift {
  @Field(() => Person)
  person!: Person;

  @Field(() => String, { description: 'ISO instant, UTC' })
  from!: string;

  @Field(() => String, { description: 'ISO instant, UTC' })
  until!: string;
}

@InputType()
export class GoOnDutyInput {
  @Field(() => String, { description: 'ISO instant, within the next 24 hours.' })
  @IsString()
  @MaxLength(INSTANT)
  until!: string;
}

@InputType({ description: 'One time of duty of a colleague.' })
export class PlanDutyInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(INSTANT)
  personId!: string;

  @Field(() => String, { nullable: true, description: 'ISO instant, at most a week ahead; now.' })
  @IsOptional()
  @IsString()
  @MaxLength(INSTANT)
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO instant, at most a day after the beginning; null takes the duty away.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(INSTANT)
  until?: string | null;
}

@ObjectType()
export class DutyChanged {
  @Field(() => String, { description: 'When the duty ends or has ended; ISO instant, UTC.' })
  until!: string;
}

export const DutyResult = resultUnion('DutyResult', DutyChanged);

@ObjectType({ description: 'There is something to look at. What it is stands on the screens.' })
export class MyPingsView {
  @Field(() => Int)
  unseen!: number;

  @Field(() => String, { nullable: true, description: 'ISO instant of the oldest, UTC' })
  since!: string | null;
}

@ObjectType()
export class PingsSeen {
  @Field(() => Int, { description: 'How many were marked.' })
  seen!: number;
}
