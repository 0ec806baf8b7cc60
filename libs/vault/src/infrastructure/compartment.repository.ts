import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { EpochStatement } from '../domain/epoch-statement.js';
import type { CompartmentKind, CompartmentRef, Tier } from '../domain/tier.js';
import { CompartmentEpochRow, CompartmentRow } from './compartment.entity.js';

interface CurrentEpochRow {
  id: string;
  organization_id: string;
  kind: CompartmentKind;
  subject_id: string;
  tier: Tier;
  epoch: number;
  commitment: Buffer;
  public_key: Buffer;
  signer_id: string;
  signature: Buffer;
}

/** Compartments and the signed public face of their epochs. */
@Injectable()
export class CompartmentRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Stores a new compartment in its first epoch. */
  async add(statement: EpochStatement, recoveryEnvelope: Buffer | null): Promise<void> {
    const { compartment, epoch } = statement;
    const manager = await this.unitOfWork.manager();
    await manager.insert(CompartmentRow, {
      id: compartment.compartmentId,
      organizationId: compartment.organizationId,
      kind: compartment.kind,
      subjectId: compartment.subjectId,
      tier: compartment.tier,
      currentEpoch: epoch,
      rotationDue: false,
    });
    await this.addEpoch(statement, recoveryEnvelope);
  }

  /** Moves a compartment to its next epoch. The row lock lets only one writer renew at a time. */
  async advance(statement: EpochStatement, recoveryEnvelope: Buffer | null): Promise<boolean> {
    const { compartment, epoch } = statement;
    const moved = await this.unitOfWork.execute(
      `UPDATE compartment SET current_epoch = $2, rotation_due = false
       WHERE id = $1 AND current_epoch = $2 - 1`,
      [compartment.compartmentId, epoch],
    );
    if (moved === 0) return false;
    await this.addEpoch(statement, recoveryEnvelope);
    return true;
  }

  /**
   * Locks the keys of a subject until the unit ends: alone where they are due for renewal, beside others where they stay.
   * In between nobody renews them, and nobody reads with keys that somebody has just renewed.
   */
  async hold(subjectId: string): Promise<void> {
    const due = await this.unitOfWork.query(
      'SELECT FROM compartment WHERE subject_id = $1 AND rotation_due',
      [subjectId],
    );
    const strength = due.length > 0 ? 'UPDATE' : 'SHARE';
    await this.unitOfWork.query(
      `SELECT FROM compartment WHERE subject_id = $1 ORDER BY tier FOR ${strength}`,
      [subjectId],
    );
  }

  /** The epoch that writers seal to now, and goes on to be until the unit ends; to be verified before use. */
  async currentEpoch(subjectId: string, tier: Tier): Promise<EpochStatement | null> {
    // A statement of its own: after a wait the other one would look for the new epoch among the old rows.
    await this.unitOfWork.query(
      'SELECT FROM compartment WHERE subject_id = $1 AND tier = $2 FOR SHARE',
      [subjectId, tier],
    );
    const [row] = await this.unitOfWork.query<CurrentEpochRow>(
      `SELECT c.id, c.organization_id, c.kind, c.subject_id, c.tier, e.epoch, e.commitment, e.public_key,
         e.signer_id, e.signature
       FROM compartment c JOIN compartment_epoch e ON e.compartment_id = c.id AND e.epoch = c.current_epoch
       WHERE c.subject_id = $1 AND c.tier = $2`,
      [subjectId, tier],
    );
    if (row === undefined) return null;
    const compartment: CompartmentRef = {
      kind: row.kind,
      organizationId: row.organization_id,
      compartmentId: row.id,
      subjectId: row.subject_id,
      tier: row.tier,
    };
    return {
      compartment,
      epoch: row.epoch,
      commitment: row.commitment,
      publicKey: row.public_key,
      signerId: row.signer_id,
      signature: row.signature,
    };
  }

  private async addEpoch(
    statement: EpochStatement,
    recoveryEnvelope: Buffer | null,
  ): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(CompartmentEpochRow, {
      compartmentId: statement.compartment.compartmentId,
      epoch: statement.epoch,
      organizationId: statement.compartment.organizationId,
      publicKey: statement.publicKey,
      commitment: statement.commitment,
      signerId: statement.signerId,
      signature: statement.signature,
      recoveryEnvelope,
    });
  }
}
