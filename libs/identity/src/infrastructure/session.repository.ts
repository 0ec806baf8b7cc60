import { Injectable } from '@nestjs/common';
import { toId, type OrganizationId, type PersonId } from '@kinward/kernel';
import type { Role } from '@kinward/platform';
import { UnitOfWork } from '@kinward/platform';
import { DataSource } from 'typeorm';
import type { Standing } from '../domain/standing.js';
import { SessionRow } from './session.entity.js';

/** A session with what its person may do at this moment. */
export interface LiveSession {
  readonly idHash: Buffer;
  readonly personId: PersonId;
  readonly organizationId: OrganizationId;
  readonly verifier: Buffer;
  readonly wrappedSecretKeys: Buffer;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly roles: readonly Role[];
  readonly screener: boolean;
  readonly standing: Standing;
}

interface FoundSession {
  person_id: string;
  organization_id: string;
  verifier: Buffer;
  wrapped_secret_keys: Buffer;
  last_seen_at: Date;
  expires_at: Date;
  roles: Role[];
  screener: boolean;
  standing: Standing;
}

/** Sessions. Looked up on the primary, so that an ended one is ended everywhere (decision 7). */
@Injectable()
export class SessionRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
  ) {}

  /** One statement outside of any unit: it decides what the unit's scope will be. */
  async find(idHash: Buffer): Promise<LiveSession | null> {
    const rows = await this.dataSource.query<FoundSession[]>('SELECT * FROM find_session($1)', [
      idHash,
    ]);
    const [row] = rows;
    if (row === undefined) return null;
    return {
      idHash,
      personId: toId(row.person_id),
      organizationId: toId(row.organization_id),
      verifier: row.verifier,
      wrappedSecretKeys: row.wrapped_secret_keys,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
      roles: row.roles,
      screener: row.screener,
      standing: row.standing,
    };
  }

  async add(session: SessionRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(SessionRow, session);
  }

  async touch(idHash: Buffer, seenAt: Date): Promise<void> {
    await this.unitOfWork.execute('UPDATE session SET last_seen_at = $2 WHERE id_hash = $1', [
      idHash,
      seenAt,
    ]);
  }

  /** Ends one session; the keys it had cached go with the row (foreign key). */
  async end(idHash: Buffer): Promise<void> {
    await this.unitOfWork.execute('DELETE FROM session WHERE id_hash = $1', [idHash]);
  }

  /** Ends every session of a person and tells how many there were. */
  async endAll(personId: PersonId): Promise<number> {
    return this.unitOfWork.execute('DELETE FROM session WHERE person_id = $1', [personId]);
  }
}
