import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { PresentedCertificate } from '../domain/grant.js';
import type { CompartmentKind, CompartmentRef, Tier } from '../domain/tier.js';
import { AccessGrantRow, KeyLockRow } from './access-grant.entity.js';

/** A live grant of one holder with all that is needed to check and open it. */
export interface LiveGrant {
  readonly grantId: string;
  readonly compartment: CompartmentRef;
  readonly epoch: number;
  readonly commitment: Buffer;
  readonly rotationDue: boolean;
  readonly holderId: string;
  readonly granterId: string;
  readonly purpose: string;
  readonly expiresAt: Date;
  readonly lockId: string | null;
  readonly envelope: Buffer;
  /** The key as this session has wrapped it, when it was opened before. */
  readonly cached: Buffer | null;
}

interface LiveGrantRow {
  id: string;
  kind: CompartmentKind;
  organization_id: string;
  compartment_id: string;
  subject_id: string;
  tier: Tier;
  epoch: number;
  commitment: Buffer;
  rotation_due: boolean;
  holder_id: string;
  granter_id: string;
  purpose: string;
  expires_at: Date;
  lock_id: string | null;
  envelope: Buffer;
  wrapped: Buffer | null;
}

/** Grants and their locks. */
@Injectable()
export class GrantRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * What `holderId` may open at `now` of these subjects: the grant exists, has not expired and is not
   * behind a shut lock. Every read of sealed data starts here, so a revocation holds at once.
   */
  async findLive(input: {
    readonly holderId: string;
    readonly subjectIds: readonly string[];
    readonly sessionIdHash: Buffer;
    readonly now: Date;
  }): Promise<LiveGrant[]> {
    const rows = await this.unitOfWork.query<LiveGrantRow>(
      `SELECT g.id, c.kind, c.organization_id, c.id AS compartment_id, c.subject_id, c.tier, g.epoch,
         e.commitment, c.rotation_due, g.holder_id, g.granter_id, g.purpose, g.expires_at, g.lock_id,
         CASE WHEN k.wrapped IS NULL THEN g.envelope ELSE ''::bytea END AS envelope, k.wrapped
       FROM access_grant g
       JOIN compartment c ON c.id = g.compartment_id AND c.current_epoch = g.epoch
       JOIN compartment_epoch e ON e.compartment_id = c.id AND e.epoch = g.epoch
       LEFT JOIN key_lock l ON l.id = g.lock_id
       LEFT JOIN session_key k ON k.grant_id = g.id AND k.session_id_hash = $3
       WHERE g.holder_id = $1 AND c.subject_id = ANY($2) AND g.expires_at > $4
         AND (g.lock_id IS NULL OR l.state = 'RELEASED')`,
      [input.holderId, input.subjectIds, input.sessionIdHash, input.now],
    );
    return rows.map(toLiveGrant);
  }

  /** The current grants of a subject that have not run out, shut ones included; for the renewal of keys. */
  async findOfSubject(subjectId: string, tier: Tier, now: Date): Promise<AccessGrantRow[]> {
    return this.unitOfWork.query<AccessGrantRow>(
      `SELECT g.id, g.organization_id AS "organizationId", g.compartment_id AS "compartmentId", g.epoch,
         g.holder_id AS "holderId", g.granter_id AS "granterId", g.purpose, g.expires_at AS "expiresAt",
         g.lock_id AS "lockId", g.envelope
       FROM access_grant g JOIN compartment c ON c.id = g.compartment_id AND c.current_epoch = g.epoch
       WHERE c.subject_id = $1 AND c.tier = $2 AND g.expires_at > $3 ORDER BY g.holder_id`,
      [subjectId, tier, now],
    );
  }

  /** Stores a grant; an earlier one of the same holder for the same epoch gives way. */
  async replace(grant: AccessGrantRow): Promise<void> {
    await this.unitOfWork.execute(
      'DELETE FROM access_grant WHERE compartment_id = $1 AND epoch = $2 AND holder_id = $3',
      [grant.compartmentId, grant.epoch, grant.holderId],
    );
    const manager = await this.unitOfWork.manager();
    await manager.insert(AccessGrantRow, grant);
  }

  async addLock(lock: KeyLockRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(KeyLockRow, lock);
  }

  /** Keeps an opened key for the rest of the session. Two requests may open the same one at once. */
  async cache(input: {
    readonly sessionIdHash: Buffer;
    readonly grantId: string;
    readonly wrapped: Buffer;
  }): Promise<void> {
    const { organizationId, personId } = this.unitOfWork.scope();
    await this.unitOfWork.execute(
      `INSERT INTO session_key (session_id_hash, grant_id, organization_id, person_id, wrapped)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [input.sessionIdHash, input.grantId, organizationId, personId, input.wrapped],
    );
  }

  /**
   * Takes a holder's grants to a subject away, with everything that sessions kept of them, and marks the keys as
   * due for renewal. Tells how many grants there were.
   */
  async revoke(subjectId: string, holderId: string): Promise<number> {
    const revoked = await this.unitOfWork.query<{ id: string; compartment_id: string }>(
      `DELETE FROM access_grant g USING compartment c
       WHERE c.id = g.compartment_id AND c.subject_id = $1 AND g.holder_id = $2
       RETURNING g.id, g.compartment_id`,
      [subjectId, holderId],
    );
    await this.unitOfWork.execute('DELETE FROM session_key WHERE grant_id = ANY($1)', [
      revoked.map((row) => row.id),
    ]);
    await this.unitOfWork.execute('UPDATE compartment SET rotation_due = true WHERE id = ANY($1)', [
      revoked.map((row) => row.compartment_id),
    ]);
    return revoked.length;
  }

  /** Opens the locks on a holder's grants to a subject. Tells how many were shut. */
  async releaseLocks(input: {
    readonly subjectId: string;
    readonly holderId: string;
    readonly releasedBy: string;
  }): Promise<number> {
    return this.unitOfWork.execute(
      `UPDATE key_lock l SET state = 'RELEASED', released_by = $3
       FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
       WHERE g.lock_id = l.id AND l.state = 'LOCKED' AND c.subject_id = $1 AND g.holder_id = $2`,
      [input.subjectId, input.holderId, input.releasedBy],
    );
  }

  /** The stored keys and certificates of people, unverified: the domain checks them. */
  async certificatesOf(personIds: readonly string[]): Promise<Map<string, PresentedCertificate>> {
    const rows = await this.unitOfWork.query<{
      person_id: string;
      certificate: Buffer | null;
      public_encryption_key: Buffer;
      public_signing_key: Buffer;
    }>(
      `SELECT person_id, certificate, public_encryption_key, public_signing_key
       FROM credential WHERE person_id = ANY($1)`,
      [personIds],
    );
    return new Map(
      rows.map((row) => [
        row.person_id,
        {
          certificate: row.certificate ?? Buffer.alloc(0),
          publicKeys: { encryption: row.public_encryption_key, signing: row.public_signing_key },
        },
      ]),
    );
  }
}

function toLiveGrant(row: LiveGrantRow): LiveGrant {
  return {
    grantId: row.id,
    compartment: {
      kind: row.kind,
      organizationId: row.organization_id,
      compartmentId: row.compartment_id,
      subjectId: row.subject_id,
      tier: row.tier,
    },
    epoch: row.epoch,
    commitment: row.commitment,
    rotationDue: row.rotation_due,
    holderId: row.holder_id,
    granterId: row.granter_id,
    purpose: row.purpose,
    expiresAt: row.expires_at,
    lockId: row.lock_id,
    envelope: row.envelope,
    cached: row.wrapped,
  };
}
