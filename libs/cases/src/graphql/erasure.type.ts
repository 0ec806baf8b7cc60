import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { connectionOf, PageInput, resultUnion, type Connection } from '@kinward/platform';
import { CaseInput } from './case-changed.type.js';
import { CaseStateEnum } from './transition-case.type.js';

@InputType({ isAbstract: true })
class AppointmentInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  personId!: string;
}

@InputType()
export class AppointDataProtectionOfficerInput extends AppointmentInput {}

@InputType()
export class DismissDataProtectionOfficerInput extends AppointmentInput {}

@ObjectType({ description: 'An appointment was made or has ended.' })
export class DataProtectionOfficerChanged {
  @Field(() => ID)
  personId!: string;
}

export const DataProtectionOfficerResult = resultUnion(
  'DataProtectionOfficerResult',
  DataProtectionOfficerChanged,
);

@InputType()
export class ProposeCaseErasureInput extends CaseInput {}

@InputType()
export class ConfirmCaseErasureInput extends CaseInput {}

@ObjectType({ description: 'The first of two signatures stands.' })
export class CaseErasureProposed {
  @Field(() => ID)
  caseId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'Until when it can be confirmed.' })
  endsAt!: Date;
}

export const ProposeCaseErasureResult = resultUnion(
  'ProposeCaseErasureResult',
  CaseErasureProposed,
);

@InputType()
export class CaseErasuresInput extends PageInput {}

@ObjectType({ description: 'A case whose retention is over.' })
export class ErasableCaseLine {
  @Field(() => ID)
  caseId!: string;

  @Field(() => Int, { description: 'Send it with the proposal or the confirmation.' })
  version!: number;

  @Field(() => String)
  codename!: string;

  @Field(() => CaseStateEnum)
  state!: string;

  @Field(() => String, { description: 'YYYY-MM-DD, the last day on which it had to be kept.' })
  retentionDueDay!: string;

  @Field(() => ID, { nullable: true, description: 'Who proposed it; see `colleagues`.' })
  proposedBy!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  proposalEndsAt!: Date | null;
}

const ErasableCaseConnection = connectionOf('ErasableCase', ErasableCaseLine);

@ObjectType({ description: 'Cases that may be erased, the longest overdue first.' })
export class CaseErasures {
  @Field(() => ErasableCaseConnection)
  cases!: Connection<ErasableCaseLine>;
}

export const CaseErasuresResult = resultUnion('CaseErasuresResult', CaseErasures);
