import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { connectionOf, MoneyType, PageInput, resultUnion } from '@kinward/platform';
import { FACETS, type Disclosed, type Facet } from '../domain/facets.js';
import {
  BACK_REASONS,
  TEXT_KINDS,
  TEXT_STAGES,
  TEXT_STATES,
  type BackReason,
  type TextKind,
  type TextStage,
  type TextState,
} from '../domain/public-text.js';

const CODE = 60;
/** More than may leave the house, so that the gate can say so. */
const BODY = 2_000;

const enumOf = <Code extends string>(name: string, codes: readonly Code[]) => {
  const values = Object.fromEntries(codes.map((code) => [code, code])) as {
    readonly [Key in Code]: Key;
  };
  registerEnumType(values, { name });
  return values;
};
export const FacetEnum = enumOf('PublicFacet', FACETS);
export const TextKindEnum = enumOf('PublicTextKind', TEXT_KINDS);
export const TextStateEnum = enumOf('PublicTextState', TEXT_STATES);
export const TextStageEnum = enumOf('PublicTextStage', TEXT_STAGES);
export const BackReasonEnum = enumOf('PublicTextBackReason', BACK_REASONS);

@InputType()
export class PublicFactInput {
  @Field(() => FacetEnum)
  @IsIn(FACETS)
  facet!: Facet;

  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  value!: string;
}

@InputType({ isAbstract: true })
class TextInput {
  @Field(() => ID, { nullable: true, description: 'The text that is written anew.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  textId?: string | null;

  @Field(() => TextKindEnum)
  @IsIn(TEXT_KINDS)
  kind!: TextKind;

  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  needId!: string;

  @Field(() => [PublicFactInput], { description: 'What is left out is not said.' })
  @ValidateNested({ each: true })
  @Type(() => PublicFactInput)
  @ArrayMaxSize(FACETS.length)
  facts!: PublicFactInput[];

  @Field(() => String)
  @IsString()
  @MaxLength(BODY)
  body!: string;
}

@InputType()
export class CheckPublicTextInput extends TextInput {}

@InputType()
export class WritePublicTextInput extends TextInput {
  @Field(() => Int, { nullable: true, description: 'The version you read; refused when stale.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;

  @Field(() => Boolean, { description: 'Hand it to a second person; else it stays a draft.' })
  @IsBoolean()
  propose!: boolean;

  @Field(() => ID, { description: 'A UUID you made; send the same one when you send it again.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;
}

@InputType({ isAbstract: true })
class ReadTextInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  textId!: string;

  @Field(() => Int, { description: 'The version you read; refused when stale.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType()
export class PublishPublicTextInput extends ReadTextInput {
  @Field(() => Boolean, { description: 'I know this family, or have something to gain.' })
  @IsBoolean()
  hasInterest!: boolean;

  @Field(() => ID, { description: 'A UUID you made; send the same one when you send it again.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;
}

@InputType()
export class SendBackPublicTextInput extends ReadTextInput {
  @Field(() => BackReasonEnum)
  @IsIn(BACK_REASONS)
  reason!: BackReason;
}

@InputType()
export class WithdrawPublicTextInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  textId!: string;
}

@InputType()
export class PublicTextsInput extends PageInput {
  @Field(() => TextStateEnum, { nullable: true })
  @IsOptional()
  @IsIn(TEXT_STATES)
  state?: TextState | null;
}

@ObjectType()
export class PublicFact {
  @Field(() => FacetEnum)
  facet!: Facet;

  @Field(() => String)
  value!: string;
}

/** Facts as the interface lists them, in the order of the facets. */
export const factsOf = (facts: Disclosed): PublicFact[] =>
  FACETS.flatMap((facet) => {
    const value = facts[facet];
    return value === undefined ? [] : [{ facet, value }];
  });

/** Facts as the domain holds them; of a facet that is named twice the last one counts. */
export const disclosedBy = (facts: readonly PublicFactInput[]): Disclosed =>
  Object.fromEntries(facts.map(({ facet, value }) => [facet, value]));

@ObjectType({ description: 'What the gate says of a text; nothing of it is kept.' })
export class PublicTextChecked {
  @Field(() => [String], { description: 'Codes; empty: a second person may let it out.' })
  findings!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Persons of the public list who fit all that was said; null without a list.',
  })
  persons!: number | null;

  @Field(() => [PublicFact], {
    nullable: true,
    description: 'What may be said instead, with the least lost.',
  })
  proposal!: PublicFact[] | null;

  @Field(() => Int, { nullable: true, description: 'Persons who fit the proposal.' })
  proposalPersons!: number | null;

  @Field(() => Int, { description: 'Likeness to the most similar other text, in per cent.' })
  mostSimilarPercent!: number;

  @Field(() => MoneyType, { description: 'What the public would be asked for.' })
  amount!: MoneyType;

  @Field(() => String, { description: 'YYYY-MM-DD, were it let out today.' })
  visibleFrom!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The day on which the public list was imported, YYYY-MM-DD; null without a list.',
  })
  listImportedOn!: string | null;

  @Field(() => Boolean, {
    description: 'The list should be imported anew before one counts on it.',
  })
  isListOld!: boolean;
}
export const CheckPublicTextResult = resultUnion('CheckPublicTextResult', PublicTextChecked);

@ObjectType()
export class PublicTextWritten {
  @Field(() => ID)
  textId!: string;

  @Field(() => TextStateEnum)
  state!: TextState;
}
export const WritePublicTextResult = resultUnion('WritePublicTextResult', PublicTextWritten);

@ObjectType({ description: 'It is let out, and seen from the day that is named.' })
export class PublicTextPublished {
  @Field(() => ID)
  textId!: string;

  @Field(() => ID)
  cardId!: string;

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  visibleFrom!: string;
}
export const PublishPublicTextResult = resultUnion('PublishPublicTextResult', PublicTextPublished);

@ObjectType({ description: 'It went back to its authors, or was taken back.' })
export class PublicTextTakenBack {
  @Field(() => ID)
  textId!: string;
}
export const SendBackPublicTextResult = resultUnion(
  'SendBackPublicTextResult',
  PublicTextTakenBack,
);
export const WithdrawPublicTextResult = resultUnion(
  'WithdrawPublicTextResult',
  PublicTextTakenBack,
);

@ObjectType({ description: 'A text about a need of a family, for donors.' })
export class PublicTextType {
  @Field(() => ID)
  id!: string;

  @Field(() => TextKindEnum)
  kind!: TextKind;

  @Field(() => TextStageEnum)
  stage!: TextStage;

  @Field(() => ID, { nullable: true })
  needId!: string | null;

  @Field(() => String, { nullable: true })
  needCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Never said in public.' })
  caseCodename!: string | null;

  @Field(() => String, { nullable: true })
  publicCodename!: string | null;

  @Field(() => [PublicFact])
  facts!: PublicFact[];

  @Field(() => String)
  body!: string;

  @Field(() => MoneyType, { nullable: true })
  amount!: MoneyType | null;

  @Field(() => GraphQLISODateTime)
  writtenAt!: Date;

  @Field(() => [String], { description: 'Names of colleagues.' })
  authors!: readonly string[];

  @Field(() => String, { nullable: true })
  publishedBy!: string | null;

  @Field(() => Boolean, { description: 'I wrote on it, so somebody else lets it out.' })
  isMine!: boolean;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  visibleFrom!: string | null;

  @Field(() => BackReasonEnum, { nullable: true })
  backReason!: BackReason | null;

  @Field(() => Int, { nullable: true, description: 'Persons who fit, of today’s public list.' })
  persons!: number | null;

  @Field(() => Int)
  version!: number;
}

export const PublicTextConnection = connectionOf('PublicText', PublicTextType);
