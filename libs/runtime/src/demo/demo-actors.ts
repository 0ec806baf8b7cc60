import { Injectable } from '@nestjs/common';
import {
  LoginUseCase,
  LogoutUseCase,
  SessionAuthenticator,
  type AuthenticatedRequest,
} from '@kinward/identity';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { DEMO_PEOPLE, demoEmail, demoPassphrase } from './demo-people.js';

/** People of the demonstration at work: they sign in like anybody else, with their own keys. */
@Injectable()
export class DemoActors {
  private readonly sessions = new Map<string, Promise<AuthenticatedRequest>>();

  constructor(
    private readonly login: LoginUseCase,
    private readonly logout: LogoutUseCase,
    private readonly authenticator: SessionAuthenticator,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The signed-in person with this key; one session each. */
  async as(key: string): Promise<Actor> {
    const session = this.sessions.get(key) ?? this.signIn(key);
    this.sessions.set(key, session);
    return (await session).actor;
  }

  /** Ends all their sessions and wipes what those had opened. */
  async signOut(): Promise<void> {
    for (const session of this.sessions.values()) {
      const { actor, wipe } = await session;
      await this.unitOfWork.run(actor, () => this.logout.execute(actor));
      wipe();
    }
    this.sessions.clear();
  }

  private async signIn(key: string): Promise<AuthenticatedRequest> {
    const someone = DEMO_PEOPLE.find((person) => person.key === key);
    if (someone === undefined) throw new Error(`nobody in the demonstration is called ${key}`);
    const command = { email: demoEmail(someone), passphrase: demoPassphrase(someone) };
    const session = await this.login.execute(command);
    if (!session.ok) throw new Error('somebody of the demonstration could not sign in');
    const request = await this.authenticator.authenticate(`Bearer ${session.value.token}`);
    if (request === null) throw new Error('a session of the demonstration was not accepted');
    return request;
  }
}
