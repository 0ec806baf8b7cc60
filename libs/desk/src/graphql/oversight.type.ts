import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CASE_STATES, CaseStateEnum, type CaseState } from '@kinward/cases';
import { Person } from '@kinward/identity';
import { connectionOf, PageInput, resultUnion } from '@kinward/platform';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const DayJudgementEnum = {
  FAR_MORE: 'FAR_MORE',
  MORE: 'MORE',
  USUAL: 'USUAL',
  TOO_NEW: 'TOO_NEW',
} as const;

registerEnumType(DayJudgementEnum, {
  name: 'DayJudgement',
  description: 'A day beside the own four weeks before it.',
  valuesMap: {
    FAR_MORE: { description: 'More than on any day, and three times the middle.' },
    MORE: { description: 'More than on any day before.' },
    TOO_NEW: { description: 'Fewer than five days to compare with.' },
  },
});

@ObjectType({ description: 'What one person opened today, beside what is usual for that person.' })
export class UsualOfPerson {
  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => DayJudgementEnum)
  judgement!: keyof typeof DayJudgementEnum;

  @Field(() => Int)
  today!: number;

  @Field(() => Int)
  familiesToday!: number;

  @Field(() => Int, { description: 'Families of today not opened in the four weeks before.' })
  newFamilies!: number;

  @Field(() => Int, { description: 'The most on one of the days before.' })
  mostBefore!: number;

  @Field(() => Int, { description: 'The middle of the days on which anything was opened.' })
  middleBefore!: number;

  @Field(() => Int, { description: 'Days before today on which anything was opened.' })
  daysBefore!: number;
}

@ObjectType({ description: 'Today beside the four weeks before it; the odd ones first.' })
export class DisclosureUsual {
  @Field(() => String, { description: 'Today in the organisation’s zone, YYYY-MM-DD.' })
  today!: string;

  @Field(() => Int, { description: 'How many days are looked at.' })
  days!: number;

  @Field(() => [UsualOfPerson], { description: 'At most 200.' })
  people!: readonly UsualOfPerson[];
}

export const ExposureEnum = { IDENTITY: 'IDENTITY', STORY: 'STORY', LOCKED: 'LOCKED' } as const;

registerEnumType(ExposureEnum, {
  name: 'Exposure',
  valuesMap: {
    IDENTITY: { description: 'Who and where the family is.' },
    STORY: { description: 'What happened to them, without names.' },
    LOCKED: { description: 'Neither, until somebody releases the lock.' },
  },
});

@ObjectType({ description: 'A family that a person’s keys open, by codename.' })
export class ExposedCase {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  codename!: string;

  @Field(() => CaseStateEnum)
  state!: CaseState;

  @Field(() => ExposureEnum)
  opens!: keyof typeof ExposureEnum;
}

export const ExposedCaseConnection = connectionOf('ExposedCase', ExposedCase);

@ObjectType({ description: 'What would be known to whoever holds this person and the keys.' })
export class PersonExposure {
  @Field(() => Person)
  person!: Person;

  @Field(() => Int, { description: 'Families that would be named.' })
  identities!: number;

  @Field(() => Int, { description: 'Families whose story would be read, without names.' })
  storiesOnly!: number;

  @Field(() => Int, { description: 'Families behind a lock that nobody released.' })
  locked!: number;

  @Field(() => Int, { description: 'Members of the families that would be named.' })
  members!: number;

  @Field(() => Int)
  prisoners!: number;

  @Field(() => Boolean, { description: 'Whether the inbox of requests would open as well.' })
  opensInbox!: boolean;

  @Field(() => Int, { description: 'Requests that wait in the inbox.' })
  requestsWaiting!: number;

  @Field(() => Int, { description: 'Tasks whose details this person may see now.' })
  tasksInHand!: number;

  @Field(() => Int, { description: 'Open sessions of this person.' })
  sessions!: number;

  @Field(() => ExposedCaseConnection, { description: 'By codename.' })
  cases!: InstanceType<typeof ExposedCaseConnection>;
}

export const PersonExposureResult = resultUnion('PersonExposureResult', PersonExposure);

@InputType()
export class PersonExposureInput extends PageInput {
  @Field(() => ID)
  @Matches(UUID)
  personId!: string;
}

@ObjectType({ description: 'A case as those see it who guard it and do not work on it.' })
export class GuardedCase {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  codename!: string;

  @Field(() => CaseStateEnum)
  state!: CaseState;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  stateSince!: string;

  @Field(() => Int, { description: 'People with a live key to who the family is.' })
  holders!: number;
}

export const GuardedCaseConnection = connectionOf('GuardedCase', GuardedCase);

@InputType()
export class GuardedCasesInput extends PageInput {
  @Field(() => [CaseStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @IsIn(CASE_STATES, { each: true })
  states?: CaseState[] | null;

  @Field(() => String, { nullable: true, description: 'Beginning of a codename.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  codename?: string | null;
}
