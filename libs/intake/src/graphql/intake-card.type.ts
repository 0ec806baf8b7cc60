import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '@kinward/platform';
import type { IntakeState } from '../domain/intake-states.js';
import { IntakeStateEnum } from './screening.input.js';

@ObjectType({ description: 'An answer of the form.' })
export class IntakeAnswer {
  @Field(() => String, { description: 'Path of the question.' })
  path!: string;

  @Field(() => String)
  text!: string;

  @Field(() => Boolean, { description: 'It could not be read; the text is as it came.' })
  isUnread!: boolean;
}

@ObjectType()
export class IntakeMember {
  @Field(() => String, { nullable: true })
  relation!: string | null;

  @Field(() => String, { nullable: true })
  sex!: string | null;

  @Field(() => [String])
  vulnerability!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Null while the names are shut.' })
  fullName!: string | null;

  @Field(() => Int, { nullable: true })
  birthYear!: number | null;
}

@ObjectType({
  description: 'May be the same family; says in what they are alike and nothing more.',
})
export class SimilarIntake {
  @Field(() => ID, { nullable: true })
  requestId!: string | null;

  @Field(() => ID, { nullable: true })
  caseId!: string | null;

  @Field(() => String, { nullable: true })
  codename!: string | null;

  @Field(() => String)
  state!: string;

  @Field(() => [String], {
    description: 'APPLICANT_NAME, PRISONER_NAME, PRISONER_BIRTH_DATE, PHONE',
  })
  likenesses!: readonly string[];

  @Field(() => Boolean, { description: 'The same phone, or two things together.' })
  isStrong!: boolean;
}

@ObjectType({ description: 'What a later version says otherwise.' })
export class IntakeDifference {
  @Field(() => String)
  path!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType({ description: 'One request, opened; to be hidden again at `expiresAt`.' })
export class IntakeCard {
  @Field(() => ID)
  requestId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => IntakeStateEnum)
  state!: IntakeState;

  @Field(() => ID, { nullable: true })
  caseId!: string | null;

  @Field(() => String, { nullable: true })
  problemField!: string | null;

  @Field(() => String, { nullable: true })
  problemCode!: string | null;

  @Field(() => [String])
  warnings!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      'YYYY-MM-DD on which the applicant corrected an earlier version that still waited.',
  })
  correctedOn!: string | null;

  @Field(() => [IntakeAnswer], {
    nullable: true,
    description: 'Null where it was destroyed, or belongs to a case whose key you do not hold.',
  })
  story!: readonly IntakeAnswer[] | null;

  @Field(() => [IntakeAnswer], { nullable: true, description: 'Null without a purpose.' })
  identity!: readonly IntakeAnswer[] | null;

  @Field(() => [IntakeMember])
  members!: readonly IntakeMember[];

  @Field(() => [SimilarIntake], { description: 'Among what you may open, the most alike first.' })
  similar!: readonly SimilarIntake[];

  @Field(() => String, {
    nullable: true,
    description: 'Why a later version cannot simply be taken.',
  })
  proposedProblem!: string | null;

  @Field(() => [IntakeDifference])
  changes!: readonly IntakeDifference[];

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;
}

export const OpenIntakeCardResult = resultUnion('OpenIntakeCardResult', IntakeCard);
