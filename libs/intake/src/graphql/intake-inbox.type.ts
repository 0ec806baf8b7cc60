import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, resultUnion, type Connection } from '@kinward/platform';
import type { IntakeState } from '../domain/intake-states.js';
import { IntakeStateEnum } from './screening.input.js';

@ObjectType({
  description: 'A request as the inbox shows it: codes and dates, no word of the family.',
})
export class IntakeRequest {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Send it with the next decision.' })
  version!: number;

  @Field(() => IntakeStateEnum)
  state!: IntakeState;

  @Field(() => String, { description: 'KOBO, FAMILY or CASEWORKER' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'Null while it cannot be a case yet.' })
  codename!: string | null;

  @Field(() => ID, { nullable: true })
  caseId!: string | null;

  @Field(() => String, { nullable: true })
  region!: string | null;

  @Field(() => [String], { description: 'What was ticked: claims, not needs yet.' })
  needCodes!: readonly string[];

  @Field(() => String, { nullable: true, description: 'P0 to P4 of the most pressing claim.' })
  claimedPriority!: string | null;

  @Field(() => Int, { nullable: true, description: 'Triage points of that claim, 0 to 100.' })
  score!: number | null;

  @Field(() => String, { nullable: true, description: 'Question that could not be read, by path.' })
  problemField!: string | null;

  @Field(() => String, { nullable: true })
  problemCode!: string | null;

  @Field(() => [String], { description: 'Texts that were made harmless.' })
  warnings!: readonly string[];

  @Field(() => String, { nullable: true })
  language!: string | null;

  @Field(() => Boolean, { description: 'A sum was named; how much stands on the card.' })
  amountClaimed!: boolean;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; may have passed.' })
  wantedBy!: string | null;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  receivedOn!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'YYYY-MM-DD on which the applicant corrected an earlier version that still waited.',
  })
  correctedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'By when somebody should answer, or the applicant; null once it is decided.',
  })
  dueOn!: string | null;

  @Field(() => Boolean)
  isOverdue!: boolean;

  @Field(() => ID, { nullable: true, description: 'Who has taken the card; see `colleagues`.' })
  screenerId!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Null before anybody compared.' })
  maybeDuplicate!: boolean | null;

  @Field(() => Boolean, { description: 'A later version waits to be compared.' })
  hasProposedChange!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'CONSENT_WITHDRAWN, or why it cannot be read.',
  })
  proposedProblem!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was asked, refused or merged.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Last day for an appeal.' })
  appealUntil!: string | null;
}

export const IntakeRequestConnection = connectionOf('IntakeRequest', IntakeRequest);

@ObjectType()
export class IntakeStateCount {
  @Field(() => IntakeStateEnum)
  state!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'A page of cards, and how many there are in each state.' })
export class IntakeInbox {
  @Field(() => IntakeRequestConnection)
  requests!: Connection<IntakeRequest>;

  @Field(() => [IntakeStateCount])
  counts!: readonly IntakeStateCount[];
}

export const IntakeInboxResult = resultUnion('IntakeInboxResult', IntakeInbox);
