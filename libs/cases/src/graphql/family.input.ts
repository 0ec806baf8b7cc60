import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** Generous outer bound of any text; the domain's own limits are tighter and name their reason. */
const MOST = 10_000;
const CODE = 60;

@InputType({ description: 'A person of the household.' })
export class MemberInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MOST)
  name!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  birthDate?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  address?: string | null;

  @Field(() => String, { description: 'SPOUSE, PARENT, CHILD …' })
  @IsString()
  @MaxLength(CODE)
  relation!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  notes?: string | null;
}

@InputType({ description: 'One dated line of a prisoner’s status history.' })
export class StatusInput {
  @Field(() => String, { description: 'Custody status code of the jurisdiction pack.' })
  @IsString()
  @MaxLength(CODE)
  code!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(CODE)
  since!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  note?: string | null;
}

@InputType({ description: 'A prisoner, with codes of the jurisdiction pack.' })
export class PrisonerInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MOST)
  name!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  birthDate?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  facilityType?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  facility?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  regime?: string | null;

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(CODE, { each: true })
  articles: string[] = [];

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(CODE, { each: true })
  stateLists: string[] = [];

  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  recognitionBasis!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  sentenceEndsOn?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  notes?: string | null;
}

@InputType()
export class NewPrisonerInput extends PrisonerInput {
  @Field(() => StatusInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => StatusInput)
  status?: StatusInput | null;
}
