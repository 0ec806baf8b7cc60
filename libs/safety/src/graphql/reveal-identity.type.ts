import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsDate, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Person } from '@kinward/identity';
import { connectionOf, PageInput, resultUnion } from '@kinward/platform';
import { DISCLOSURE_KINDS } from '../domain/disclosure-kind.js';

@InputType()
export class RevealIdentityInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  caseId!: string;

  @Field(() => String, {
    description: 'CONTACT_FAMILY, VERIFY_CASE …; goes to the disclosure log.',
  })
  @IsString()
  @MaxLength(60)
  purpose!: string;
}

@ObjectType()
export class RevealedMember {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  birthDate!: string | null;

  @Field(() => String, { nullable: true })
  address!: string | null;
}

@ObjectType()
export class RevealedPrisoner {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  birthDate!: string | null;
}

@ObjectType()
export class RevealedChannel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  value!: string;

  @Field(() => String, { nullable: true })
  quietRules!: string | null;
}

@ObjectType({ description: 'Who and where the family is; to be hidden again at `expiresAt`.' })
export class IdentityRevealed {
  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  @Field(() => [RevealedMember])
  members!: readonly RevealedMember[];

  @Field(() => [RevealedPrisoner])
  prisoners!: readonly RevealedPrisoner[];

  @Field(() => [RevealedChannel])
  channels!: readonly RevealedChannel[];

  @Field(() => [String])
  formerCodenames!: readonly string[];
}

export const RevealIdentityResult = resultUnion('RevealIdentityResult', IdentityRevealed);

@InputType()
export class DisclosureLogInput extends PageInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As it was given when something was opened.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  purpose?: string | null;

  @Field(() => String, { nullable: true, description: 'Beginning of a codename.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  codename?: string | null;

  @Field(() => String, { nullable: true, description: 'CASE, TASK or REQUEST.' })
  @IsOptional()
  @IsIn(DISCLOSURE_KINDS)
  kind?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Not included.' })
  @IsOptional()
  @IsDate()
  until?: Date | null;
}

@ObjectType({ description: 'Who saw whose identity, when and why.' })
export class Disclosure {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Null for a task that belongs to no case.' })
  codename!: string | null;

  @Field(() => ID, { nullable: true, description: 'The task whose details were opened.' })
  taskId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The request of the inbox that was opened.' })
  requestId!: string | null;

  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => String)
  purpose!: string;

  @Field(() => Int, { description: 'How many sealed rows were opened.' })
  fieldCount!: number;

  @Field(() => GraphQLISODateTime)
  openedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was gone for good.' })
  purgedAt!: Date | null;
}

export const DisclosureConnection = connectionOf('Disclosure', Disclosure);
