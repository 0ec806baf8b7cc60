import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { GrantRow } from '../domain/grant.js';

/** A sealed grant, and the lock that it waits behind. */
export interface SharedGrant {
  readonly row: GrantRow;
  readonly lockId: string | null;
}

/** Grants that are made, opened and taken away for many people at once. Statements, not rows. */
@Injectable()
export class SharedGrantRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Shut locks, before the grants that refer to them. */
  async addLocks(ids: readonly string[], purpose: string): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO key_lock (id, organization_id, purpose, state)
       SELECT id, $1, $2, 'LOCKED' FROM unnest($3::uuid[]) AS added (id)`,
      [this.unitOfWork.scope().organizationId, purpose, ids],
    );
  }

  /** An earlier grant of the same holder for the same epoch gives way, as in `GrantRepository.replace`. */
  async addGrants(grants: readonly SharedGrant[]): Promise<void> {
    const contexts = grants.map(({ row }) => row.context);
    const [first] = contexts;
    if (first === undefined) return;
    await this.unitOfWork.execute(
      `INSERT INTO access_grant (id, organization_id, compartment_id, epoch, holder_id, granter_id, purpose, expires_at,
         lock_id, envelope)
       SELECT g.id, $1, $2, $3, g.holder_id, $4, $5, $6, g.lock_id, g.envelope
       FROM unnest($7::uuid[], $8::uuid[], $9::uuid[], $10::bytea[]) AS g (id, holder_id, lock_id, envelope)
       ON CONFLICT (organization_id, compartment_id, epoch, holder_id) DO UPDATE
         SET id = excluded.id, granter_id = excluded.granter_id, purpose = excluded.purpose,
           expires_at = excluded.expires_at, lock_id = excluded.lock_id, envelope = excluded.envelope`,
      [
        first.compartment.organizationId,
        first.compartment.compartmentId,
        first.epoch,
        first.granterId,
        first.purpose,
        first.expiresAt,
        contexts.map((context) => context.grantId),
        contexts.map((context) => context.holderId),
        grants.map((grant) => grant.lockId),
        grants.map((grant) => grant.row.envelope),
      ],
    );
  }

  /** Opens a shut lock. Tells whether there was one. */
  async release(lockId: string, releasedBy: string): Promise<boolean> {
    const released = await this.unitOfWork.execute(
      `UPDATE key_lock SET state = 'RELEASED', released_by = $2 WHERE id = $1 AND state = 'LOCKED'`,
      [lockId, releasedBy],
    );
    return released > 0;
  }

  /** Shuts a lock for good and takes away what waited behind it, with what sessions kept of it. */
  async destroyLocks(lockIds: readonly string[]): Promise<void> {
    await this.unitOfWork.execute(
      `WITH gone AS (DELETE FROM access_grant WHERE lock_id = ANY($1) RETURNING id)
       DELETE FROM session_key k USING gone WHERE k.grant_id = gone.id`,
      [lockIds],
    );
    await this.unitOfWork.execute(
      `UPDATE key_lock SET state = 'DESTROYED' WHERE id = ANY($1) AND state <> 'DESTROYED'`,
      [lockIds],
    );
  }

  /** Takes away what was sealed to the recovery key, of every epoch. */
  async removeRecovery(subjectIds: readonly string[]): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE compartment_epoch e SET recovery_envelope = NULL FROM compartment c
       WHERE c.id = e.compartment_id AND c.subject_id = ANY($1)`,
      [subjectIds],
    );
  }

  /** Takes all grants of subjects away, whoever holds them. */
  async removeAll(subjectIds: readonly string[]): Promise<void> {
    await this.unitOfWork.execute(
      `WITH gone AS (
         DELETE FROM access_grant g USING compartment c
         WHERE c.id = g.compartment_id AND c.subject_id = ANY($1) RETURNING g.id, g.lock_id),
       shut AS (UPDATE key_lock l SET state = 'DESTROYED' FROM gone WHERE l.id = gone.lock_id),
       due AS (INSERT INTO key_erasure (key_id, organization_id)
         SELECT lock_id, $2 FROM gone WHERE lock_id IS NOT NULL ON CONFLICT DO NOTHING)
       DELETE FROM session_key k USING gone WHERE k.grant_id = gone.id`,
      [subjectIds, this.unitOfWork.scope().organizationId],
    );
  }
}
