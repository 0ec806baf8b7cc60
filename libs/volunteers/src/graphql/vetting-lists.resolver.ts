import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person, PersonLoader, type PersonView } from '@kinward/identity';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  toConnection,
  type Actor,
  type Connection,
  type RequestContext,
} from '@kinward/platform';
import {
  applicationKey,
  dutyKey,
  VettingListsQuery,
  volunteerKey,
  type ApplicationLine,
} from '../application/vetting-lists.query.js';
import {
  VettingDutiesInput,
  VolunteerApplicationInput,
  VolunteerApplicationsInput,
} from './vetting.input.js';
import {
  VettingDuty,
  VettingDutyConnection,
  VettingVoice,
  VolunteerApplication,
  VolunteerApplicationConnection,
  VolunteerApplicationResult,
} from './vetting.type.js';
import { VolunteerInput, VolunteersInput } from './volunteer.input.js';
import { Volunteer, VolunteerConnection, VolunteerResult } from './volunteer.type.js';

/** The lists of the vetting desk, and one of them. */
@Resolver()
export class VettingListsResolver {
  constructor(private readonly lists: VettingListsQuery) {}

  @Allow('volunteerApplications')
  @Query(() => VolunteerApplicationConnection, { description: 'The oldest first.' })
  async volunteerApplications(
    @Args('input') input: VolunteerApplicationsInput,
  ): Promise<Result<Connection<VolunteerApplication>, DomainError>> {
    const page = await this.lists.applications(input);
    if (!page.ok) return page;
    return ok(toConnection(page.value, applicationKey, applicationOf));
  }

  @Allow('volunteerApplication')
  @Query(() => VolunteerApplicationResult, { description: 'One application.' })
  async volunteerApplication(
    @Args('input') { applicationId }: VolunteerApplicationInput,
  ): Promise<Result<VolunteerApplication, DomainError>> {
    const found = await this.lists.application(applicationId);
    return found.ok ? ok(applicationOf(found.value)) : found;
  }

  @Allow('volunteers')
  @Query(() => VolunteerConnection, { description: 'The volunteers of my organisation.' })
  async volunteers(
    @Args('input') input: VolunteersInput,
  ): Promise<Result<Connection<Volunteer>, DomainError>> {
    const page = await this.lists.volunteers(input);
    return page.ok ? ok(toConnection(page.value, volunteerKey)) : page;
  }

  @Allow('volunteer')
  @Query(() => VolunteerResult, { description: 'One volunteer of my organisation.' })
  async volunteer(
    @Args('input') { personId }: VolunteerInput,
  ): Promise<Result<Volunteer, DomainError>> {
    const found = await this.lists.volunteer(personId);
    return found.ok ? ok(Object.assign(new Volunteer(), found.value)) : found;
  }

  @Allow('vettingDuties')
  @Query(() => VettingDutyConnection, { description: 'What is due first, first.' })
  async vettingDuties(
    @CurrentActor() actor: Actor,
    @Args('input') input: VettingDutiesInput,
  ): Promise<Result<Connection<VettingDuty>, DomainError>> {
    const page = await this.lists.duties(actor, input);
    return page.ok ? ok(toConnection(page.value, dutyKey)) : page;
  }
}

function applicationOf(line: ApplicationLine): VolunteerApplication {
  const { referees, interviews, signedBy, ...rest } = line;
  return Object.assign(new VolunteerApplication(), rest, {
    references: referees.map((each) => voice(each.refereeId, each.answer, each.answeredOn)),
    interviews: interviews.map((each) => voice(each.interviewerId, each.answer, each.heldOn)),
    signatures: signedBy.map((personId) => voice(personId, null, null)),
  });
}

function voice(personId: string, answer: string | null, day: string | null): VettingVoice {
  return Object.assign(new VettingVoice(), { personId, answer, day });
}

/** The person behind a voice. */
@Resolver(() => VettingVoice)
export class VettingVoiceResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true })
  person(
    @Parent() { personId }: VettingVoice,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> {
    return this.people.load(context, personId);
  }
}

/** The person whom a duty is about, where there is an account. */
@Resolver(() => VettingDuty)
export class VettingDutyResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true })
  async person(
    @Parent() { personId }: VettingDuty,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> {
    return personId === null ? null : this.people.load(context, personId);
  }
}

/** The person behind a volunteer. */
@Resolver(() => Volunteer)
export class VolunteerPersonResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true })
  person(
    @Parent() { personId }: Volunteer,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> {
    return this.people.load(context, personId);
  }
}
