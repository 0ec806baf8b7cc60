import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';

const LANGUAGE = 12;

@InputType()
export class CountryCodesInput {
  @Field(() => String, { defaultValue: 'en', description: 'Language of the words.' })
  @IsString()
  @MaxLength(LANGUAGE)
  language: string = 'en';
}

@ObjectType({ description: 'A code of a country’s pack, and the word for it.' })
export class CodedWord {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  label!: string;
}

@ObjectType()
export class RegionWord extends CodedWord {
  @Field(() => Boolean)
  inCountry!: boolean;
}

@ObjectType()
export class LegalArticleWord extends CodedWord {
  @Field(() => String, { description: 'As lawyers write it, the same in every language.' })
  number!: string;
}

@ObjectType()
export class RecognitionBasisWord extends CodedWord {
  @Field(() => Boolean, { description: 'Proves a case by itself.' })
  isListEvidence!: boolean;
}

@ObjectType()
export class ConsentPurposeWord extends CodedWord {
  @Field(() => Boolean, { description: 'The family says to which organisation.' })
  namesPartner!: boolean;
}

@ObjectType()
export class NeedKindWord extends CodedWord {
  @Field(() => String, { description: 'A need group.' })
  group!: string;
}

@ObjectType({
  description: 'What forms offer and pages call things by, in my organisation’s country.',
})
export class CountryCodes {
  @Field(() => [RegionWord])
  regions!: readonly RegionWord[];

  @Field(() => [CodedWord])
  custodyStatuses!: readonly CodedWord[];

  @Field(() => [CodedWord])
  facilityTypes!: readonly CodedWord[];

  @Field(() => [CodedWord])
  regimes!: readonly CodedWord[];

  @Field(() => [LegalArticleWord])
  legalArticles!: readonly LegalArticleWord[];

  @Field(() => [CodedWord])
  stateLists!: readonly CodedWord[];

  @Field(() => [RecognitionBasisWord])
  recognitionBases!: readonly RecognitionBasisWord[];

  @Field(() => [ConsentPurposeWord])
  consentPurposes!: readonly ConsentPurposeWord[];

  @Field(() => [CodedWord])
  needGroups!: readonly CodedWord[];

  @Field(() => [NeedKindWord])
  needKinds!: readonly NeedKindWord[];
}
