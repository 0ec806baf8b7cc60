import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { Person } from '@kinward/identity';
import { connectionOf, PageInput, resultUnion } from '@kinward/platform';
import { RowToCorrect, RowWithWarnings } from './import-submissions.type.js';

const ID_LENGTH = 60;

@InputType()
export class IntakeImportsInput extends PageInput {}

@InputType()
export class IntakeImportInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  importId!: string;
}

@ObjectType({ description: 'One reading of one export, in numbers.' })
export class IntakeImport {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: 'RUNNING or FINISHED. One that stopped goes on when the same file is sent again.',
  })
  state!: string;

  @Field(() => Int)
  rowsDone!: number;

  @Field(() => Int, { nullable: true, description: 'Null where nobody counted the file before.' })
  rowsInFile!: number | null;

  @Field(() => Int)
  accepted!: number;

  @Field(() => Int)
  toCorrect!: number;

  @Field(() => Int, { description: 'Rows that were here before.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Rows without consent: nothing else is kept of them.' })
  refused!: number;

  @Field(() => Person, { nullable: true, description: 'Null for the operator.' })
  startedBy!: Person | null;

  @Field(() => GraphQLISODateTime)
  startedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  finishedAt!: Date | null;
}

export const IntakeImportConnection = connectionOf('IntakeImport', IntakeImport);

@ObjectType({ description: 'What became of the rows of one export; numbers and codes only.' })
export class IntakeImportWithRows extends IntakeImport {
  @Field(() => Int, {
    nullable: true,
    description: 'Later versions of a request; null until the file was read to its end.',
  })
  corrected!: number | null;

  @Field(() => [RowToCorrect], { description: 'None until the file was read to its end.' })
  rowsToCorrect!: readonly RowToCorrect[];

  @Field(() => [Int])
  duplicateRows!: readonly number[];

  @Field(() => [RowWithWarnings])
  warnings!: readonly RowWithWarnings[];
}

export const IntakeImportResult = resultUnion('IntakeImportResult', IntakeImportWithRows);
