import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, ROLES, type Role } from '@kinward/platform';
import type { Standing } from '../domain/standing.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as Record<Role, Role>;
registerEnumType(RoleEnum, { name: 'Role', description: 'What a person does on the desk.' });

export const StandingEnum: Record<Standing, Standing> = {
  ACTIVE: 'ACTIVE',
  PROBATION: 'PROBATION',
  SUSPENDED: 'SUSPENDED',
};
registerEnumType(StandingEnum, { name: 'Standing' });

@ObjectType({ description: 'Somebody who works on the desk.' })
export class Person {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => [RoleEnum])
  roles!: readonly Role[];

  @Field(() => Boolean)
  screener!: boolean;

  @Field(() => StandingEnum)
  standing!: Standing;
}

export const PersonConnection = connectionOf('Person', Person);
