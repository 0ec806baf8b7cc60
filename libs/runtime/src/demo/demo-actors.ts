import { Injectable } from '@nestjs/common';
import { LoginUseCase, SessionAuthenticator } from '@kinward/identity';
import type { Actor } from '@kinward/platform';
import { DEMO_PEOPLE, demoEmail, demoPassphrase } from './demo-people.js';

/** People of the demonstration at work: they sign in like anybody else, with their own keys. */
@Injectable()
export class DemoActors {
  private readonly actors = new Map<string, Promise<Actor>>();

  constructor(
    private readonly login: LoginUseCase,
    private readonly authenticator: SessionAuthenticator,
  ) {}

  /** The signed-in person with this key; one session each. */
  as(key: string): Promise<Actor> {
    const actor = this.actors.get(key) ?? this.signIn(key);
    this.actors.set(key, actor);
    return actor;
  }

  private async signIn(key: string): Promise<Actor> {
    const someone = DEMO_PEOPLE.find((person) => person.key === key);
    if (someone === undefined) throw new Error(`nobody in the demonstration is called ${key}`);
    const command = { email: demoEmail(someone), passphrase: demoPassphrase(someone) };
    const session = await this.login.execute(command);
    if (!session.ok) throw new Error('somebody of the demonstration could not sign in');
    const request = await this.authenticator.authenticate(`Bearer ${session.value.token}`);
    if (request === null) throw new Error('a session of the demonstration was not accepted');
    return request.actor;
  }
}
