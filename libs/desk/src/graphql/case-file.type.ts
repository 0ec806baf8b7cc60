import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import {
  CaseStateEnum,
  CaseTransitionEnum,
  type CaseState,
  type CaseTransition,
} from '@kinward/cases';
import { Person } from '@kinward/identity';
import { resultUnion } from '@kinward/platform';
import { NextStep } from './case-summary.type.js';

@InputType()
export class CaseFileInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  caseId!: string;
}

@ObjectType()
export class ContactChannel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'UNKNOWN, VERIFIED, DEGRADED or COMPROMISED.' })
  trust!: string;
}

@ObjectType()
export class Consent {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  givenOn!: string;

  @Field(() => String)
  lapsesOn!: string;

  @Field(() => String, { nullable: true })
  withdrawnOn!: string | null;

  @Field(() => Boolean)
  isLive!: boolean;

  @Field(() => String, { nullable: true, description: 'Sealed; null without a key.' })
  wording!: string | null;
}

@ObjectType()
export class ContactAttempt {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  madeOn!: string;

  @Field(() => String)
  outcome!: string;

  @Field(() => Person, { nullable: true })
  madeBy!: Person | null;

  @Field(() => ID, { nullable: true })
  channelId!: string | null;

  @Field(() => String, { nullable: true, description: 'Sealed; null without a key.' })
  note!: string | null;
}

@ObjectType()
export class StateChange {
  @Field(() => CaseTransitionEnum)
  transition!: CaseTransition;

  @Field(() => CaseStateEnum)
  fromState!: CaseState;

  @Field(() => CaseStateEnum)
  toState!: CaseState;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String)
  madeOn!: string;

  @Field(() => Person, { nullable: true, description: 'Null where the system did it.' })
  madeBy!: Person | null;
}

@ObjectType({ description: 'Somebody whose keys open a part of the case.' })
export class Holder {
  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => String, { description: 'T0: who the family is. T1: its story.' })
  tier!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  expiresOn!: string;

  @Field(() => Boolean, { description: 'Opens only after a second person released it.' })
  isLocked!: boolean;
}

@ObjectType({ description: 'A person of the household; the name is behind `revealIdentity`.' })
export class HouseholdMember {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  relation!: string;

  @Field(() => String, { nullable: true })
  notes!: string | null;
}

@ObjectType()
export class Household {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  notes!: string | null;

  @Field(() => [ID])
  prisonerIds!: readonly string[];

  @Field(() => [HouseholdMember])
  members!: readonly HouseholdMember[];
}

@ObjectType()
export class PrisonerStatus {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  since!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType({ description: 'A prisoner; the name is behind `revealIdentity`.' })
export class Prisoner {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  facilityType!: string | null;

  @Field(() => String, { nullable: true })
  facility!: string | null;

  @Field(() => String, { nullable: true })
  regime!: string | null;

  @Field(() => [String])
  articles!: readonly string[];

  @Field(() => [String], { description: 'On the state list (so labelled).' })
  stateLists!: readonly string[];

  @Field(() => String)
  recognitionBasis!: string;

  @Field(() => String, { nullable: true })
  sentenceEndsOn!: string | null;

  @Field(() => String, { nullable: true })
  notes!: string | null;

  @Field(() => [PrisonerStatus], { description: 'Oldest first.' })
  statuses!: readonly PrisonerStatus[];
}

@ObjectType({ description: 'The sealed story, opened with the reader’s own key.' })
export class CaseStory {
  @Field(() => String, { nullable: true })
  summary!: string | null;

  @Field(() => [Household])
  households!: readonly Household[];

  @Field(() => [Prisoner])
  prisoners!: readonly Prisoner[];
}

@ObjectType({ description: 'One family’s file.' })
export class CaseFile {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  codename!: string;

  @Field(() => CaseStateEnum)
  state!: CaseState;

  @Field(() => String)
  stateSince!: string;

  @Field(() => String)
  region!: string;

  @Field(() => String)
  openedDay!: string;

  @Field(() => Person, { nullable: true })
  assignee!: Person | null;

  @Field(() => Person, { nullable: true })
  deputy!: Person | null;

  @Field(() => [Holder])
  holders!: readonly Holder[];

  @Field(() => [Person], { description: 'On the case, but still without a key.' })
  awaitingAccess!: readonly Person[];

  @Field(() => NextStep, { nullable: true })
  nextStep!: NextStep | null;

  @Field(() => Int)
  contactRhythmDays!: number;

  @Field(() => String, { nullable: true })
  lastConfirmedContactDay!: string | null;

  @Field(() => Boolean)
  contactOverdue!: boolean;

  @Field(() => String, { nullable: true })
  evidenceClass!: string | null;

  @Field(() => Person, { nullable: true })
  verifiedBy!: Person | null;

  @Field(() => String, { nullable: true })
  verificationDueDay!: string | null;

  @Field(() => String, { nullable: true })
  retentionDueDay!: string | null;

  @Field(() => [ContactChannel])
  channels!: readonly ContactChannel[];

  @Field(() => [Consent])
  consents!: readonly Consent[];

  @Field(() => [ContactAttempt], { description: 'The last fifty, newest first.' })
  attempts!: readonly ContactAttempt[];

  @Field(() => [StateChange], { description: 'Oldest first.' })
  transitions!: readonly StateChange[];

  @Field(() => [CaseTransitionEnum], { description: 'What your role may try now.' })
  availableTransitions!: readonly CaseTransition[];

  @Field(() => CaseStory, { nullable: true, description: 'Null: sealed, and you hold no key.' })
  story!: CaseStory | null;

  @Field(() => Boolean, { description: 'Your key opens who the family is.' })
  mayRevealIdentity!: boolean;
}

export const CaseFileResult = resultUnion('CaseFileResult', CaseFile);
