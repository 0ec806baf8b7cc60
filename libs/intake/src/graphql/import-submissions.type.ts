import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { resultUnion } from '@kinward/platform';
import { UploadScalar } from './upload.scalar.js';

const REFERENCE = 60;

@InputType({
  description: 'An export of the intake form, CSV or XLSX, for the inbox of your organisation.',
})
export class ImportSubmissionsInput {
  @Field(() => UploadScalar, { description: 'At most 32 MB.' })
  @IsString()
  @MaxLength(REFERENCE)
  file!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Says what would happen and writes nothing.',
  })
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

@ObjectType({ description: 'A row that is kept in the inbox until somebody has corrected it.' })
export class RowToCorrect {
  @Field(() => Int, { description: 'Number of the row in the export.' })
  row!: number;

  @Field(() => String, { description: 'Question of the form, by path.' })
  field!: string;

  @Field(() => String, {
    description: 'BAD_AMOUNT, BAD_DATE, MISSING_REGION, UNKNOWN_NEED_CODE, …',
  })
  code!: string;
}

@ObjectType({ description: 'A row that was accepted and had a text made harmless.' })
export class RowWithWarnings {
  @Field(() => Int)
  row!: number;

  @Field(() => [String], { description: 'FORMULA_TEXT, LONG_TEXT, CONTROL_CHARACTERS' })
  codes!: string[];
}

@ObjectType({ description: 'What became of each row; numbers and codes only.' })
export class SubmissionsImported {
  @Field(() => ID, {
    nullable: true,
    description: 'Null for a dry run and for a file without rows.',
  })
  importId!: string | null;

  @Field(() => Int)
  rows!: number;

  @Field(() => Int)
  accepted!: number;

  @Field(() => Int, { description: 'Rows that are later versions of a request.' })
  corrected!: number;

  @Field(() => [Int], { description: 'Rows that were here before.' })
  duplicates!: number[];

  @Field(() => [RowToCorrect])
  toCorrect!: RowToCorrect[];

  @Field(() => [Int], { description: 'Rows without consent: nothing of them is kept.' })
  refused!: number[];

  @Field(() => [RowWithWarnings])
  warnings!: RowWithWarnings[];
}

export const ImportSubmissionsResult = resultUnion('ImportSubmissionsResult', SubmissionsImported);
