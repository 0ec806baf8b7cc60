import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { connectionOf, PageInput, resultUnion } from '@kinward/platform';

const LONGEST_TEXT = 4_000;

@InputType()
export class ComplaintsInput extends PageInput {
  @Field(() => Boolean, { defaultValue: false, description: 'Those that are answered.' })
  @IsBoolean()
  answered: boolean = false;
}

@ObjectType({
  description: 'A complaint that you may answer, because you had nothing to do with it.',
})
export class Complaint {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'HELPER, REFUSAL, APPEAL or OTHER.' })
  kind!: string;

  @Field(() => String, { description: 'OPEN or ANSWERED.' })
  state!: string;

  @Field(() => String)
  madeOn!: string;

  @Field(() => String)
  dueOn!: string;

  @Field(() => String, { nullable: true })
  answeredOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The day on which security was asked because nobody had answered in time.',
  })
  escalatedOn!: string | null;

  @Field(() => Int)
  version!: number;
}

export const ComplaintConnection = connectionOf('Complaint', Complaint);

@InputType()
export class OpenComplaintInput {
  @Field(() => ID)
  @IsUUID()
  complaintId!: string;
}

@ObjectType()
export class OpenedComplaint extends Complaint {
  @Field(() => String)
  text!: string;
}

export const OpenComplaintResult = resultUnion('OpenComplaintResult', OpenedComplaint);

@InputType()
export class AnswerComplaintInput {
  @Field(() => ID)
  @IsUUID()
  complaintId!: string;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;

  @Field(() => String)
  @IsString()
  @MaxLength(LONGEST_TEXT)
  text!: string;
}

@ObjectType()
export class ComplaintAnswered {
  @Field(() => ID)
  complaintId!: string;
}

export const AnswerComplaintResult = resultUnion('AnswerComplaintResult', ComplaintAnswered);
