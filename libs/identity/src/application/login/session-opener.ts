import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type OrganizationId, type PersonId } from '@kinward/kernel';
import { AuditTrail, CLOCK, UnitOfWork } from '@kinward/platform';
import {
  createSessionToken,
  formatSessionToken,
  sessionIdHash,
  sessionVerifier,
  sessionWrapKey,
  wipeSessionToken,
  wrapSessionKeys,
} from '../../domain/keys/session-keys.js';
import { SESSION_LIFETIME_MS, toMinute } from '../../domain/session-lifetime.js';
import { SessionRepository } from '../../infrastructure/session.repository.js';
import type { PersonSecretKeys } from '../../domain/keys/person-keys.js';

/** Whose session it becomes, however it was proven. */
interface Entrant {
  readonly credential: {
    readonly personId: PersonId;
    readonly organizationId: OrganizationId;
  };
  readonly secretKeys: PersonSecretKeys;
}

export interface OpenedSession {
  /** The bearer token; the server keeps neither half of it. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Opens a session whose row is useless without the token (security.md § 8.4). */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open({ credential, secretKeys }: Entrant): Promise<OpenedSession> {
    const { personId, organizationId } = credential;
    const createdAt = toMinute(this.clock.now());
    const expiresAt = new Date(createdAt.getTime() + SESSION_LIFETIME_MS);
    const token = createSessionToken();
    const idHash = sessionIdHash(token.sessionId);
    const wrappedSecretKeys = wrapSessionKeys({
      sessionIdHash: idHash,
      personId,
      expiresAt,
      wrapKey: sessionWrapKey(token.secret),
      secretKeys,
    });
    const verifier = sessionVerifier(token.secret);
    await this.unitOfWork.run({ organizationId, personId }, async () => {
      await this.sessions.add({
        idHash,
        organizationId,
        personId,
        verifier,
        wrappedSecretKeys,
        createdAt,
        lastSeenAt: createdAt,
        expiresAt,
      });
      this.audit.record({ action: 'SIGNED_IN', subjectKind: 'PERSON', subjectId: personId });
      return ok();
    });
    const text = formatSessionToken(token);
    wipeSessionToken(token);
    return { token: text, expiresAt };
  }
}
