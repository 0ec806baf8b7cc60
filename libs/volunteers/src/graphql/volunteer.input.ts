import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageInput } from '@kinward/platform';
import type { VettingState, VolunteerTier } from '../domain/vetting-states.js';
import { VettingStateEnum, VolunteerTierEnum } from './vetting.type.js';

const ID_LENGTH = 60;
const CODES = 60;

@InputType()
export class VolunteersInput extends PageInput {
  @Field(() => [VettingStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  states?: VettingState[] | null;

  @Field(() => [VolunteerTierEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  tiers?: VolunteerTier[] | null;
}

@InputType()
export class VolunteerInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  personId!: string;
}

@InputType({ isAbstract: true })
export class ChangeVolunteerInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  volunteerId!: string;

  @Field(() => Int, { nullable: true, description: 'Of the volunteer as you saw it.' })
  @IsOptional()
  @IsInt()
  version?: number | null;
}

@InputType({ isAbstract: true })
export class ChangeWithReasonInput extends ChangeVolunteerInput {
  @Field(() => String, { description: 'A code.' })
  @IsString()
  @MaxLength(ID_LENGTH)
  reason!: string;
}

@InputType()
export class ActivateVolunteerInput extends ChangeVolunteerInput {}

@InputType()
export class RecheckVolunteerInput extends ChangeVolunteerInput {}

@InputType()
export class ReinstateVolunteerInput extends ChangeVolunteerInput {}

@InputType({ description: 'ALARM, COMPLAINT, ACCOUNT_DOUBT, DEVICE_LOST or OWN_WISH' })
export class SuspendVolunteerInput extends ChangeWithReasonInput {}

@InputType({ description: 'EXPOSED, MISCONDUCT, RECHECK_FAILED or UNREACHABLE' })
export class RevokeVolunteerInput extends ChangeWithReasonInput {}

@InputType({ description: 'TRAVEL, CONTACTED_BY_STATE, DETAINED or RELATIVE_UNDER_PRESSURE' })
export class ReportRecheckReasonInput extends ChangeWithReasonInput {}

@InputType()
export class TrustVolunteerInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  volunteerId!: string;

  @Field(() => ID, { description: 'V3 is for this case alone.' })
  @IsString()
  @MaxLength(ID_LENGTH)
  caseId!: string;
}

@InputType()
export class EndTrustInput extends ChangeVolunteerInput {}

@InputType()
export class ChangeVolunteerCountryInput extends ChangeVolunteerInput {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2' })
  @IsString()
  @MaxLength(ID_LENGTH)
  country!: string;

  @Field(() => String, { description: 'IANA' })
  @IsString()
  @MaxLength(ID_LENGTH)
  timeZone!: string;
}

@InputType()
export class WeeklyHoursInput {
  @Field(() => Int, { description: '1 is Monday.' })
  @IsInt()
  weekday!: number;

  @Field(() => Int, { description: 'Minutes of the local day.' })
  @IsInt()
  fromMinute!: number;

  @Field(() => Int, { description: 'Minutes of the local day; not part of the time.' })
  @IsInt()
  toMinute!: number;
}

@InputType({ description: 'May cross midnight; minutes of the local day.' })
export class QuietHoursInput {
  @Field(() => Int)
  @IsInt()
  from!: number;

  @Field(() => Int)
  @IsInt()
  to!: number;
}

@InputType({ description: 'Replaces all of it.' })
export class UpdateMyAvailabilityInput {
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  version?: number | null;

  @Field(() => [String], { description: 'BCP 47' })
  @IsArray()
  @ArrayMaxSize(CODES)
  @IsString({ each: true })
  languages!: string[];

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(CODES)
  @IsString({ each: true })
  skills: string[] = [];

  @Field(() => [String], { defaultValue: [], description: 'Kinds of tasks you say no to.' })
  @IsArray()
  @ArrayMaxSize(CODES)
  @IsString({ each: true })
  refuses: string[] = [];

  @Field(() => [WeeklyHoursInput], { defaultValue: [], description: 'None: any time.' })
  @IsArray()
  @ArrayMaxSize(CODES)
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursInput)
  hours: WeeklyHoursInput[] = [];

  @Field(() => QuietHoursInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursInput)
  quiet?: QuietHoursInput | null;

  @Field(() => String, { nullable: true, description: 'First day back, YYYY-MM-DD.' })
  @IsOptional()
  @IsString()
  @MaxLength(ID_LENGTH)
  awayUntil?: string | null;

  @Field(() => Int, { defaultValue: 3, description: 'Tasks in hand at the same time, 0 to 5.' })
  @IsInt()
  openTaskLimit: number = 3;
}
