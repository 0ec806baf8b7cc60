import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '@kinward/platform';
import { IntakeStateEnum } from './screening.input.js';

@ObjectType({ description: 'The decision is stored.' })
export class RequestChanged {
  @Field(() => ID)
  requestId!: string;

  @Field(() => Int, { description: 'Send it with the next decision.' })
  version!: number;

  @Field(() => IntakeStateEnum)
  state!: string;
}

export const RequestChangedResult = resultUnion('RequestChangedResult', RequestChanged);

@ObjectType({ description: 'The request is a case that somebody works on.' })
export class RequestAccepted extends RequestChanged {
  @Field(() => ID)
  caseId!: string;

  @Field(() => String)
  codename!: string;

  @Field(() => Int)
  caseVersion!: number;

  @Field(() => Int, { description: 'Drafts of which you are the author now.' })
  needCount!: number;
}

export const AcceptRequestResult = resultUnion('AcceptRequestResult', RequestAccepted);

@ObjectType({ description: 'Noted. Nothing was sent: reach the applicant in the way it asks for.' })
export class ApplicantAsked extends RequestChanged {
  @Field(() => String, { nullable: true })
  safeContact!: string | null;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  dueOn!: string;
}

export const AskApplicantResult = resultUnion('AskApplicantResult', ApplicantAsked);

@ObjectType()
export class RequestDeclined extends RequestChanged {
  @Field(() => String, {
    nullable: true,
    description: 'Last day for an appeal to somebody else; the words are destroyed after it.',
  })
  appealUntil!: string | null;
}

export const DeclineRequestResult = resultUnion('DeclineRequestResult', RequestDeclined);

@ObjectType()
export class ProposedChangeApplied extends RequestChanged {
  @Field(() => [String])
  taken!: readonly string[];
}

export const ApplyProposedChangeResult = resultUnion(
  'ApplyProposedChangeResult',
  ProposedChangeApplied,
);

@ObjectType()
export class ScreenedRequest {
  @Field(() => ID)
  requestId!: string;

  @Field(() => String, { description: 'DONE, or why not: NOT_FOUND, WRONG_STATE_ACCEPTED, …' })
  outcome!: string;
}

@ObjectType({ description: 'What became of each card.' })
export class RequestsScreened {
  @Field(() => [ScreenedRequest])
  requests!: readonly ScreenedRequest[];
}

export const ScreenRequestsResult = resultUnion('ScreenRequestsResult', RequestsScreened);
