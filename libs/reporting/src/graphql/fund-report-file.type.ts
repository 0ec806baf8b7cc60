import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { resultUnion } from '@kinward/platform';
import { REPORT_FORMATS } from '../application/fund-report-file.query.js';
import { FundReportInput } from './fund-report.type.js';

@InputType()
export class FundReportFileInput extends FundReportInput {
  @Field(() => String, { description: 'PDF, CSV' })
  @IsIn(REPORT_FORMATS)
  format!: (typeof REPORT_FORMATS)[number];

  @Field(() => String, { description: 'en, be, ru, pl, lt; English for any other.' })
  @IsString()
  @MaxLength(10)
  language!: string;
}

@ObjectType({ description: 'A file to be saved. It holds totals and no rows.' })
export class FundReportFile {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  mediaType!: string;

  @Field(() => Int)
  bytes!: number;

  @Field(() => String, { description: 'Base64.' })
  content!: string;
}

export const FundReportFileResult = resultUnion('FundReportFileResult', FundReportFile);
