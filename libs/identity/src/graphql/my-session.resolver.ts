import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { MySessions } from '../application/my-sessions/my-sessions.js';
import { SignedOut } from './login.type.js';
import { EndSessionInput, EndSessionResult, MySession } from './my-session.type.js';

/** My own sessions, on whichever device. */
@Resolver()
export class MySessionResolver {
  constructor(private readonly sessions: MySessions) {}

  @Allow('mySessions')
  @Query(() => [MySession], { description: 'My open sessions, the latest seen first; at most 50.' })
  mySessions(@CurrentActor() actor: Actor): Promise<readonly MySession[]> {
    return this.sessions.list(actor);
  }

  @Allow('endSession')
  @Mutation(() => EndSessionResult, { description: 'Ends one of my sessions.' })
  async endSession(
    @CurrentActor() actor: Actor,
    @Args('input') { sessionId }: EndSessionInput,
  ): Promise<Result<SignedOut, DomainError>> {
    const ended = await this.sessions.end(actor, sessionId);
    if (!ended.ok) return ended;
    return ok(Object.assign(new SignedOut(), { endedSessions: ended.value }));
  }
}
