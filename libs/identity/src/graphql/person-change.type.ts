import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { connectionOf, PageInput, resultUnion, ROLES, type Role } from '@kinward/platform';
import { STANDINGS, type Standing } from '../domain/standing.js';
import { Person, RoleEnum, StandingEnum } from './person.type.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const PersonChangeStateEnum = {
  PROPOSED: 'PROPOSED',
  APPLIED: 'APPLIED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
} as const;

registerEnumType(PersonChangeStateEnum, { name: 'PersonChangeState' });

@InputType({ description: 'What is left out stays as it is.' })
export class ChangePersonInput {
  @Field(() => ID)
  @Matches(UUID)
  personId!: string;

  @Field(() => [RoleEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles?: Role[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the person may screen requests.' })
  @IsOptional()
  @IsBoolean()
  screener?: boolean | null;

  @Field(() => StandingEnum, { nullable: true })
  @IsOptional()
  @IsIn(STANDINGS)
  standing?: Standing | null;
}

@InputType()
export class SuspendPersonInput {
  @Field(() => ID)
  @Matches(UUID)
  personId!: string;
}

@InputType()
export class DecidePersonChangeInput {
  @Field(() => ID)
  @Matches(UUID)
  changeId!: string;

  @Field(() => Boolean, { description: 'False refuses; from whoever proposed it, it withdraws.' })
  @IsBoolean()
  isAccepted!: boolean;
}

@InputType()
export class PersonChangesInput extends PageInput {
  @Field(() => Boolean, { nullable: true, description: 'Only what waits for a second person.' })
  @IsOptional()
  @IsBoolean()
  onlyOpen?: boolean | null;
}

@ObjectType({ description: 'It holds, or waits for a second person.' })
export class PersonChangeMade {
  @Field(() => ID)
  changeId!: string;

  @Field(() => Boolean)
  awaitsSecond!: boolean;
}

@ObjectType()
export class PersonChangeDecided {
  @Field(() => PersonChangeStateEnum)
  state!: keyof typeof PersonChangeStateEnum;
}

@ObjectType({ description: 'What somebody may do at the desk.' })
export class PersonAuthority {
  @Field(() => [RoleEnum])
  roles!: readonly Role[];

  @Field(() => Boolean)
  screener!: boolean;

  @Field(() => StandingEnum)
  standing!: Standing;
}

@ObjectType({ description: 'A change of what somebody may do, with how it was before.' })
export class PersonChange {
  @Field(() => ID)
  id!: string;

  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => Person, { nullable: true })
  proposedBy!: Person | null;

  @Field(() => GraphQLISODateTime)
  proposedAt!: Date;

  @Field(() => PersonAuthority)
  before!: PersonAuthority;

  @Field(() => PersonAuthority)
  after!: PersonAuthority;

  @Field(() => PersonChangeStateEnum)
  state!: keyof typeof PersonChangeStateEnum;

  @Field(() => Person, { nullable: true })
  decidedBy!: Person | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  decidedAt!: Date | null;
}

export const PersonChangeConnection = connectionOf('PersonChange', PersonChange);
export const ChangePersonResult = resultUnion('ChangePersonResult', PersonChangeMade);
export const DecidePersonChangeResult = resultUnion(
  'DecidePersonChangeResult',
  PersonChangeDecided,
);
