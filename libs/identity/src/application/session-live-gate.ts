import { Injectable } from '@nestjs/common';
import { LiveGate, type LiveGuest, type PersonKeys } from '@kinward/platform';
import { sessionCountsUntil } from '../domain/session-lifetime.js';
import { SessionRepository } from '../infrastructure/session.repository.js';
import { SessionAuthenticator } from './session-authenticator.js';

/** Lets people with a session keep a live connection. Its keys are wiped before the connection is used. */
@Injectable()
export class SessionLiveGate extends LiveGate {
  constructor(
    private readonly authenticator: SessionAuthenticator,
    private readonly sessions: SessionRepository,
  ) {
    super();
  }

  async admit(authorization: string): Promise<LiveGuest | null> {
    const request = await this.authenticator.authenticate(authorization);
    if (request === null) return null;
    request.wipe();
    const actor = { ...request.actor, keys: NO_KEYS };
    const countsUntil = await this.countsUntil(actor.sessionIdHash);
    return countsUntil === null ? null : { actor, countsUntil };
  }

  async countsUntil(sessionIdHash: Buffer): Promise<Date | null> {
    const session = await this.sessions.find(sessionIdHash);
    if (session === null || session.standing === 'SUSPENDED') return null;
    return sessionCountsUntil(session);
  }
}

const none = (): never => {
  throw new Error('a live connection has no keys');
};

const NO_KEYS: PersonKeys = {
  encryptionSecret: none,
  signingSecret: none,
  get cacheKey(): Buffer {
    return none();
  },
};
