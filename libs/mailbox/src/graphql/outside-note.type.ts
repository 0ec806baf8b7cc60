import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsUUID } from 'class-validator';
import { connectionOf, PageInput, resultUnion } from '@kinward/platform';

@InputType()
export class OutsideNotesInput extends PageInput {
  @Field(() => Boolean, { defaultValue: false, description: 'Those that are dealt with.' })
  @IsBoolean()
  done: boolean = false;
}

@ObjectType({ description: 'What somebody wrote who is no relative.' })
export class OutsideNote {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'REPORT or OFFER.' })
  kind!: string;

  @Field(() => String, { description: 'OPEN or DONE.' })
  state!: string;

  @Field(() => String)
  language!: string;

  @Field(() => String)
  arrivedOn!: string;
}

export const OutsideNoteConnection = connectionOf('OutsideNote', OutsideNote);

@InputType()
export class OpenOutsideNoteInput {
  @Field(() => ID)
  @IsUUID()
  noteId!: string;
}

@ObjectType()
export class OpenedOutsideNote extends OutsideNote {
  @Field(() => String)
  text!: string;
}

export const OpenOutsideNoteResult = resultUnion('OpenOutsideNoteResult', OpenedOutsideNote);

@InputType()
export class SettleOutsideNoteInput {
  @Field(() => ID)
  @IsUUID()
  noteId!: string;
}

@ObjectType()
export class OutsideNoteSettled {
  @Field(() => ID)
  noteId!: string;
}

export const SettleOutsideNoteResult = resultUnion('SettleOutsideNoteResult', OutsideNoteSettled);
