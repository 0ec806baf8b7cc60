import {
  Field,
  GraphQLISODateTime,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { AUDIT_SHARDS } from '../domain/audit-entry.js';

export const AuditFaultEnum = {
  CHANGED: 'CHANGED',
  MISSING: 'MISSING',
  HEAD_DIFFERS: 'HEAD_DIFFERS',
} as const;

registerEnumType(AuditFaultEnum, {
  name: 'AuditFault',
  valuesMap: { HEAD_DIFFERS: { description: 'The chain does not end where it says it does.' } },
});

@InputType()
export class VerifyAuditChainInput {
  @Field(() => Int, { description: 'Which of the chains, from 0.' })
  @IsInt()
  @Min(0)
  @Max(AUDIT_SHARDS - 1)
  chain!: number;
}

@ObjectType({ description: 'One chain of the audit trail, recomputed from its entries now.' })
export class AuditChainVerified {
  @Field(() => Int)
  chain!: number;

  @Field(() => Int, { description: 'How many chains an organisation has.' })
  chains!: number;

  @Field(() => Int, { description: 'Entries that follow from those before them.' })
  entries!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Hour of the last of them.' })
  until!: Date | null;

  @Field(() => AuditFaultEnum, { nullable: true, description: 'Null for a chain that is whole.' })
  fault!: keyof typeof AuditFaultEnum | null;

  @Field(() => String, { nullable: true, description: 'Number of the first entry at fault.' })
  faultAt!: string | null;
}
