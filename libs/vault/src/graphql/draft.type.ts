import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { resultUnion } from '@kinward/platform';
import { DRAFT_BYTES, DRAFT_KINDS, type DraftKind } from '../domain/own-draft.js';

export const DraftKindEnum = Object.fromEntries(DRAFT_KINDS.map((kind) => [kind, kind])) as Record<
  DraftKind,
  DraftKind
>;
registerEnumType(DraftKindEnum, { name: 'DraftKind', description: 'The form it belongs to.' });

@InputType()
export class DraftInput {
  @Field(() => DraftKindEnum)
  @IsIn(DRAFT_KINDS)
  kind!: DraftKind;

  @Field(() => ID, { nullable: true, description: 'The case it is about, where there is one.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  subjectId?: string | null;
}

@InputType({ description: 'Replaces the draft of the same form about the same case.' })
export class KeepDraftInput extends DraftInput {
  @Field(() => String, { description: 'At most 48,000 bytes; sealed to your own key.' })
  @IsString()
  @MaxLength(DRAFT_BYTES + 1)
  content!: string;
}

@InputType()
export class DiscardDraftInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  draftId!: string;
}

@ObjectType({ description: 'A draft of mine, without its words.' })
export class OwnDraft {
  @Field(() => ID)
  id!: string;

  @Field(() => DraftKindEnum)
  kind!: DraftKind;

  @Field(() => ID, { nullable: true })
  subjectId!: string | null;

  @Field(() => Date, { description: 'To the minute.' })
  keptAt!: Date;
}

@ObjectType({ description: 'A draft of mine, opened with my own key.' })
export class OpenedDraft extends OwnDraft {
  @Field(() => String)
  content!: string;
}

@ObjectType()
export class DraftKept extends OwnDraft {}

@ObjectType()
export class DraftDiscarded {
  @Field(() => ID)
  draftId: string;

  constructor(draftId: string) {
    this.draftId = draftId;
  }
}

export const DraftResult = resultUnion('DraftResult', OpenedDraft);
export const KeepDraftResult = resultUnion('KeepDraftResult', DraftKept);
export const DiscardDraftResult = resultUnion('DiscardDraftResult', DraftDiscarded);
