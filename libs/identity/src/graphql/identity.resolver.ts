import { Args, Field, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  PageInput,
  Public,
  ROLES,
  toConnection,
  type Actor,
  type Connection,
  type Role,
} from '@kinward/platform';
import { LoginUseCase } from '../application/login/login.use-case.js';
import { LogoutUseCase } from '../application/logout/logout.use-case.js';
import { SignOutEverywhereUseCase } from '../application/logout/sign-out-everywhere.use-case.js';
import { PeopleQuery, type PersonView } from '../application/queries/people.query.js';
import { LoginInput, LoginResult, LoginSucceeded, SignedOut } from './login.type.js';
import { Person, PersonConnection, RoleEnum } from './person.type.js';

@InputType()
export class ColleaguesInput extends PageInput {
  @Field(() => RoleEnum, { nullable: true })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role | null;
}

/** Signing in and out, and who else works here. */
@Resolver()
export class IdentityResolver {
  constructor(
    private readonly loginUseCase: LoginUseCase,
    private readonly logoutUseCase: LogoutUseCase,
    private readonly signOutEverywhereUseCase: SignOutEverywhereUseCase,
    private readonly people: PeopleQuery,
  ) {}

  @Public('nobody is signed in yet')
  @Mutation(() => LoginResult)
  async login(@Args('input') input: LoginInput): Promise<Result<LoginSucceeded, DomainError>> {
    const result = await this.loginUseCase.execute(input);
    return result.ok ? ok(Object.assign(new LoginSucceeded(), result.value)) : result;
  }

  @Allow('logout')
  @Mutation(() => SignedOut)
  async logout(@CurrentActor() actor: Actor): Promise<SignedOut> {
    await this.logoutUseCase.execute(actor);
    return { endedSessions: 1 };
  }

  @Allow('signOutEverywhere')
  @Mutation(() => SignedOut)
  async signOutEverywhere(@CurrentActor() actor: Actor): Promise<SignedOut> {
    const result = await this.signOutEverywhereUseCase.execute(actor);
    return { endedSessions: result.ok ? result.value : 0 };
  }

  @Allow('me')
  @Query(() => Person)
  async me(@CurrentActor() actor: Actor): Promise<PersonView | undefined> {
    const people = await this.people.byIds([actor.personId]);
    return people.get(actor.personId);
  }

  @Allow('colleagues')
  @Query(() => PersonConnection, { description: 'People of my organisation, by id.' })
  async colleagues(
    @Args('input') input: ColleaguesInput,
  ): Promise<Result<Connection<PersonView>, DomainError>> {
    const after = input.after == null ? null : decodeCursor(input.after, 1);
    const afterId = after?.[0] ?? null;
    if (input.after != null && (typeof afterId !== 'string' || !isUuid(afterId))) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    const page = { first: input.first, after: null };
    const people = await this.people.list(page, afterId as string | null, input.role ?? null);
    return ok(toConnection(people, (person) => [person.id]));
  }
}
