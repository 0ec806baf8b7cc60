import { Inject, Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import { ok, type Clock } from '@kinward/kernel';
import { CLOCK, SecurityAlerts, UnitOfWork, type Actor } from '@kinward/platform';
import { isSameVerifier } from '../domain/keys/passphrase-keys.js';
import { wipePersonSecretKeys, type PersonSecretKeys } from '../domain/keys/person-keys.js';
import {
  parseSessionToken,
  sessionCacheKey,
  sessionIdHash,
  sessionVerifier,
  sessionWrapKey,
  unwrapSessionKeys,
  wipeSessionToken,
  type SessionToken,
} from '../domain/keys/session-keys.js';
import { isSessionLive, SIGHTING_STEP_MS, toMinute } from '../domain/session-lifetime.js';
import { SessionRepository, type LiveSession } from '../infrastructure/session.repository.js';

/** An actor and the way to wipe what the request opened for it. */
export interface AuthenticatedRequest {
  readonly actor: Actor;
  readonly wipe: () => void;
}

const BEARER = /^Bearer (?<token>[\w.-]{1,100})$/;

/** Turns a bearer token into the actor of one request; any instance can (security.md § 8.4). */
@Injectable()
export class SessionAuthenticator {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly alerts: SecurityAlerts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null when the header is missing, malformed, foreign, ended or stale; nothing tells which. */
  async authenticate(authorization: string | null): Promise<AuthenticatedRequest | null> {
    const text = BEARER.exec(authorization ?? '')?.groups?.['token'];
    const token = text === undefined ? null : parseSessionToken(text);
    if (token === null) return null;
    const session = await this.sessions.find(sessionIdHash(token.sessionId));
    const now = this.clock.now();
    if (session === null || !isSameVerifier(session.verifier, sessionVerifier(token.secret))) {
      return null;
    }
    if (!isSessionLive(session, now) || session.standing === 'SUSPENDED') return null;
    const opened = await this.openKeys(session, token);
    if (opened === null) return null;
    await this.noteSighting(session, now);
    return opened;
  }

  private async openKeys(
    session: LiveSession,
    token: SessionToken,
  ): Promise<AuthenticatedRequest | null> {
    const secretKeys = unwrapSessionKeys({
      sessionIdHash: session.idHash,
      personId: session.personId,
      expiresAt: session.expiresAt,
      wrapKey: sessionWrapKey(token.secret),
      wrapped: session.wrappedSecretKeys,
    });
    if (secretKeys.ok) return toRequest(session, token, secretKeys.value);
    await this.alerts.store(session, {
      kind: 'INTEGRITY',
      cause: 'SESSION_KEYS',
      subjectKind: 'PERSON',
      subjectId: session.personId,
    });
    return null;
  }

  private async noteSighting(session: LiveSession, now: Date): Promise<void> {
    if (now.getTime() - session.lastSeenAt.getTime() < SIGHTING_STEP_MS) return;
    await this.unitOfWork.run(session, async () => {
      await this.sessions.touch(session.idHash, toMinute(now));
      return ok();
    });
  }
}

function toRequest(
  session: LiveSession,
  token: SessionToken,
  secretKeys: PersonSecretKeys,
): AuthenticatedRequest {
  const cacheKey = sessionCacheKey(token.secret);
  wipeSessionToken(token);
  const actor: Actor = {
    personId: session.personId,
    organizationId: session.organizationId,
    roles: new Set(session.roles),
    screener: session.screener,
    sessionIdHash: session.idHash,
    keys: {
      encryptionSecret: () => secretKeys.encryption,
      signingSecret: () => secretKeys.signing,
      cacheKey,
    },
  };
  const wipe = (): void => {
    wipePersonSecretKeys(secretKeys);
    sodium.sodium_memzero(cacheKey);
  };
  return { actor, wipe };
}
