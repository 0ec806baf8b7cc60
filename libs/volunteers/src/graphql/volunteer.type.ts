import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, resultUnion } from '@kinward/platform';
import type { MyVolunteeringView } from '../application/my-volunteering.query.js';
import type { VettingState, VolunteerTier } from '../domain/vetting-states.js';
import { VettingStateEnum, VolunteerTierEnum } from './vetting.type.js';

@ObjectType({ description: 'Somebody who helps, as the desk sees it.' })
export class Volunteer {
  @Field(() => ID)
  personId!: string;

  @Field(() => VettingStateEnum)
  state!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  stateSince!: string;

  @Field(() => VolunteerTierEnum, { nullable: true })
  tier!: string | null;

  @Field(() => String)
  country!: string;

  @Field(() => [String])
  languages!: readonly string[];

  @Field(() => [String])
  skills!: readonly string[];

  @Field(() => String, { nullable: true, description: 'First day back, YYYY-MM-DD.' })
  awayUntil!: string | null;

  @Field(() => Int)
  verifiedTasks!: number;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  recheckDueDay!: string | null;

  @Field(() => String, { nullable: true })
  recheckReason!: string | null;

  @Field(() => Int)
  version!: number;
}

export const VolunteerConnection = connectionOf('Volunteer', Volunteer);

export const VolunteerResult = resultUnion('VolunteerResult', Volunteer);

@ObjectType()
export class WeeklyHoursType {
  @Field(() => Int)
  weekday!: number;

  @Field(() => Int)
  fromMinute!: number;

  @Field(() => Int)
  toMinute!: number;
}

@ObjectType()
export class QuietHoursType {
  @Field(() => Int)
  from!: number;

  @Field(() => Int)
  to!: number;
}

@ObjectType({ description: 'My own standing and wishes.' })
export class MyVolunteering {
  @Field(() => VettingStateEnum)
  state: VettingState;

  @Field(() => VolunteerTierEnum, { nullable: true })
  tier: VolunteerTier | null;

  @Field(() => String, { nullable: true, description: 'Five verified tasks end it before.' })
  probationUntil: string | null;

  @Field(() => Int)
  verifiedTasks: number;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  recheckDueDay: string | null;

  @Field(() => String)
  country: string;

  @Field(() => String)
  timeZone: string;

  @Field(() => [String])
  languages: readonly string[];

  @Field(() => [String])
  skills: readonly string[];

  @Field(() => [String])
  refuses: readonly string[];

  @Field(() => [WeeklyHoursType])
  hours: readonly WeeklyHoursType[];

  @Field(() => QuietHoursType, { nullable: true })
  quiet: QuietHoursType | null;

  @Field(() => String, { nullable: true })
  awayUntil: string | null;

  @Field(() => Int)
  openTaskLimit: number;

  @Field(() => Int, { description: 'Send it with the next change.' })
  version: number;

  constructor({ row, hours, probationUntil }: MyVolunteeringView) {
    this.state = row.state;
    this.tier = row.tier;
    this.probationUntil = probationUntil;
    this.verifiedTasks = row.verifiedTasks;
    this.recheckDueDay = row.recheckDueDay;
    this.country = row.country;
    this.timeZone = row.timeZone;
    this.languages = row.languages;
    this.skills = row.skills;
    this.refuses = row.refuses;
    this.hours = hours;
    this.quiet =
      row.quietFrom === null || row.quietTo === null
        ? null
        : { from: row.quietFrom, to: row.quietTo };
    this.awayUntil = row.awayUntil;
    this.openTaskLimit = row.openTaskLimit;
    this.version = row.version;
  }
}

export const MyVolunteeringResult = resultUnion('MyVolunteeringResult', MyVolunteering);
