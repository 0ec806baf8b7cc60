import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { err, notFound, ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { AuditTrail, CLOCK, UnitOfWork, type Actor } from '@kinward/platform';
import { isSessionLive, sessionCountsUntil } from '../../domain/session-lifetime.js';

/** One of my open sessions. The desk keeps no device, no browser and no address beside it. */
export interface MySession {
  /** Names the row and opens nothing. */
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** When it ends by itself if I do nothing more in it. */
  readonly countsUntil: Date;
  readonly isThis: boolean;
}

interface SessionTimes {
  id_hash: Buffer;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

/** The open sessions of whoever asks, and ending one of them. */
@Injectable()
export class MySessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that still count, the latest seen first. */
  async list(actor: Actor): Promise<readonly MySession[]> {
    const now = this.clock.now();
    return (await this.rows(actor)).flatMap((row) => {
      const times = { lastSeenAt: row.last_seen_at, expiresAt: row.expires_at };
      if (!isSessionLive(times, now)) return [];
      const isThis = row.id_hash.equals(actor.sessionIdHash);
      const countsUntil = sessionCountsUntil(times);
      return [
        {
          id: nameOf(row.id_hash),
          createdAt: row.created_at,
          lastSeenAt: row.last_seen_at,
          countsUntil,
          isThis,
        },
      ];
    });
  }

  /** Ends one of them with everything it had opened. Errors: NOT_FOUND for any that is not mine. */
  async end(actor: Actor, id: string): Promise<Result<number, DomainError>> {
    const row = (await this.rows(actor)).find(({ id_hash }) => nameOf(id_hash) === id);
    if (row === undefined) return err(notFound());
    const ended = await this.unitOfWork.execute('DELETE FROM session WHERE id_hash = $1', [
      row.id_hash,
    ]);
    this.audit.record({ action: 'SIGNED_OUT', subjectKind: 'PERSON', subjectId: actor.personId });
    return ok(ended);
  }

  private rows({ organizationId, personId }: Actor): Promise<SessionTimes[]> {
    return this.unitOfWork.query<SessionTimes>(
      `SELECT id_hash, created_at, last_seen_at, expires_at FROM session
       WHERE organization_id = $1 AND person_id = $2 ORDER BY last_seen_at DESC, created_at DESC LIMIT 50`,
      [organizationId, personId],
    );
  }
}

function nameOf(idHash: Buffer): string {
  return createHash('sha256').update(idHash).digest('hex').slice(0, 32);
}
