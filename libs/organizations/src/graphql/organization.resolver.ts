import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '@kinward/identity';
import { UnitOfWork, CurrentActor, type Actor } from '@kinward/platform';
import {
  OrganizationSettingsQuery,
  type OrganizationSettings,
} from '../application/organization-settings.query.js';

@ObjectType({ description: 'A member organisation of the coalition.' })
export class Organization {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Code of its jurisdiction pack.' })
  jurisdiction!: string;

  @Field(() => String, { description: 'IANA zone in which due days are counted.' })
  timeZone!: string;
}

/** The organisation of a person; people only ever see colleagues of their own. */
@Resolver(() => Person)
export class OrganizationResolver {
  constructor(
    private readonly settings: OrganizationSettingsQuery,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @ResolveField(() => Organization)
  organization(
    @Parent() _person: Person,
    @CurrentActor() actor: Actor,
  ): Promise<OrganizationSettings> {
    return this.unitOfWork.read(actor, () => this.settings.own());
  }
}
