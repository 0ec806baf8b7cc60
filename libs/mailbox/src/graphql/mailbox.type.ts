import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Person } from '@kinward/identity';
import { connectionOf, PageInput, resultUnion } from '@kinward/platform';

const LONGEST_TEXT = 4_000;
const LONGEST_CODE = 10;

@InputType()
export class MailboxesInput extends PageInput {
  @Field(() => ID, { nullable: true, description: 'Of this case only.' })
  @IsOptional()
  @IsUUID()
  caseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this request only.' })
  @IsOptional()
  @IsUUID()
  requestId?: string | null;
}

@ObjectType({ description: 'Where a family comes back with its words. Days and codes only.' })
export class Mailbox {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true })
  caseId!: string | null;

  @Field(() => String, { nullable: true })
  codename!: string | null;

  @Field(() => ID, { nullable: true, description: 'The request that it was opened with.' })
  requestId!: string | null;

  @Field(() => String, { description: 'OPEN or CLOSED.' })
  state!: string;

  @Field(() => String)
  language!: string;

  @Field(() => String)
  openedOn!: string;

  @Field(() => String, { description: 'The last day on which the family looked.' })
  usedOn!: string;

  @Field(() => String, { nullable: true, description: 'Since when the family wants quiet.' })
  pausedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Since when nothing goes out.' })
  heldOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The day on which it is destroyed unless somebody uses it before.',
  })
  destroyedFrom!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The day on which it was destroyed because nobody had used it.',
  })
  destroyedOn!: string | null;

  @Field(() => Int, { description: 'Lines of the family that nobody has read.' })
  unread!: number;
}

export const MailboxConnection = connectionOf('Mailbox', Mailbox);

@InputType()
export class OpenMailboxInput {
  @Field(() => ID)
  @IsUUID()
  mailboxId!: string;
}

@ObjectType()
export class MailboxLineOut {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'FROM_FAMILY or TO_FAMILY.' })
  direction!: string;

  @Field(() => String, {
    description: 'MESSAGE, PAUSED, RESUMED, CONSENT_ENDED, APPEALED, ANSWER.',
  })
  kind!: string;

  @Field(() => String)
  writtenOn!: string;

  @Field(() => Person, { nullable: true, description: 'Null for the family.' })
  writtenBy!: Person | null;

  @Field(() => String, { nullable: true })
  text!: string | null;

  @Field(() => Boolean, { description: 'True where you hold no key to it.' })
  isSealed!: boolean;
}

@ObjectType({ description: 'An opened mailbox, the oldest line first.' })
export class OpenedMailbox {
  @Field(() => ID)
  mailboxId!: string;

  @Field(() => ID, { nullable: true })
  caseId!: string | null;

  @Field(() => ID, { nullable: true })
  requestId!: string | null;

  @Field(() => String, { nullable: true })
  pausedOn!: string | null;

  @Field(() => String, { nullable: true })
  heldOn!: string | null;

  @Field(() => [MailboxLineOut])
  lines!: readonly object[];
}

export const OpenMailboxResult = resultUnion('OpenMailboxResult', OpenedMailbox);

@InputType()
export class WriteToFamilyInput {
  @Field(() => ID)
  @IsUUID()
  mailboxId!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(LONGEST_TEXT)
  text!: string;
}

@ObjectType()
export class FamilyWritten {
  @Field(() => ID)
  messageId!: string;
}

export const WriteToFamilyResult = resultUnion('WriteToFamilyResult', FamilyWritten);

@InputType()
export class LiftMailboxHoldInput {
  @Field(() => ID)
  @IsUUID()
  mailboxId!: string;
}

@ObjectType()
export class MailboxHoldLifted {
  @Field(() => ID)
  mailboxId!: string;
}

export const LiftMailboxHoldResult = resultUnion('LiftMailboxHoldResult', MailboxHoldLifted);

@InputType()
export class IssueMailboxInput {
  @Field(() => ID)
  @IsUUID()
  caseId!: string;

  @Field(() => String, { description: 'be, ru, en, pl or lt.' })
  @IsString()
  @MaxLength(LONGEST_CODE)
  language!: string;
}

@ObjectType({ description: 'The words; they are shown once and kept nowhere.' })
export class MailboxIssued {
  @Field(() => String, { description: 'Eight words.' })
  words!: string;

  @Field(() => String, { description: 'In place of the last word: closes the mailbox for good.' })
  closingWord!: string;

  @Field(() => String, {
    description: 'In place of the last word: an empty page, and we are warned.',
  })
  alarmWord!: string;
}

export const IssueMailboxResult = resultUnion('IssueMailboxResult', MailboxIssued);
