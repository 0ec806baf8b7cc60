import { Injectable } from '@nestjs/common';
import { PinnedKeys } from '@kinward/identity';
import { err, integrity, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { rotateCompartmentKeys, type CompartmentKeys } from '../domain/compartment-keys.js';
import { signEpoch } from '../domain/epoch-statement.js';
import { sealForRecovery } from '../domain/recovery.js';
import { openField, sealField } from '../domain/sealed-field.js';
import { CompartmentRepository } from '../infrastructure/compartment.repository.js';
import { CertifiedPeople } from './certified-people.js';
import type { OpenedKeys } from './opened-keys.js';
import { RotationGrants } from './rotation-grants.js';
import { SealedColumns, type SealedColumn } from './sealed-columns.js';

interface SealedRow {
  id: string;
  revision: number;
  envelope: Buffer;
}

/**
 * Renews a case's keys after somebody lost access: a new epoch, everything sealed again, grants for those who
 * remain. Done by the next person who writes and may read, in one transaction (security.md § 8.5): an
 * unattended process cannot, since it holds no key.
 */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly compartments: CompartmentRepository,
    private readonly people: CertifiedPeople,
    private readonly remaining: RotationGrants,
    private readonly columns: SealedColumns,
    private readonly pinned: PinnedKeys,
  ) {}

  /** Renews what is due of a subject and puts the new keys in place of the old ones. */
  async renewIfDue(
    actor: Actor,
    opened: OpenedKeys,
    subjectId: string,
  ): Promise<Result<void, DomainError>> {
    if (!opened.rotationDue.has(subjectId)) return ok();
    for (const tier of ['T0', 'T1'] as const) {
      const current = opened.of(subjectId, tier);
      if (current === null) continue;
      const renewed = await this.renew(actor, current);
      if (!renewed.ok) return renewed;
      opened.add(renewed.value);
    }
    opened.rotationDue.delete(subjectId);
    return ok();
  }

  private async renew(
    actor: Actor,
    current: CompartmentKeys,
  ): Promise<Result<CompartmentKeys, DomainError>> {
    const recoveryKey = this.pinned.recoveryKeyOf(actor.organizationId);
    if (recoveryKey === null) return err(refused('RECOVERY_KEY_MISSING'));
    const people = await this.people.require([actor.personId]);
    if (!people.ok) return people;
    const signer = people.value.get(actor.personId);
    if (signer === undefined) return err(refused('NOT_CERTIFIED'));
    const next = rotateCompartmentKeys(current);
    const statement = signEpoch(next, signer, actor.keys.signingSecret());
    if (!statement.ok) return statement;
    const grants = await this.remaining.of(current.compartment);
    const recovery = sealForRecovery(next, recoveryKey);
    if (!(await this.compartments.advance(statement.value, recovery))) return ok(current);
    const resealed = await this.resealAll(current, next);
    if (!resealed.ok) return resealed;
    const granted = await this.remaining.seal(actor, signer, next, grants);
    return granted.ok ? ok(next) : granted;
  }

  private async resealAll(
    current: CompartmentKeys,
    next: CompartmentKeys,
  ): Promise<Result<void, DomainError>> {
    for (const column of this.columns.ofTier(current.compartment.tier)) {
      const rows = await this.rowsOf(column, current.compartment.subjectId);
      const envelopes: Buffer[] = [];
      for (const row of rows) {
        const envelope = reseal(column, row, current, next);
        if (envelope === null) return err(integrity());
        envelopes.push(envelope);
      }
      if (rows.length > 0) await this.store(column, rows, envelopes);
    }
    return ok();
  }

  private rowsOf(column: SealedColumn, subjectId: string): Promise<SealedRow[]> {
    const revision = column.revisionColumn ?? '1';
    // Names come from the register of sealed columns, never from input.
    return this.unitOfWork.query<SealedRow>(
      `SELECT id, ${revision} AS revision, ${column.column} AS envelope FROM ${column.table}
       WHERE ${column.subjectColumn} = $1 AND ${column.column} IS NOT NULL FOR UPDATE`,
      [subjectId],
    );
  }

  private async store(
    column: SealedColumn,
    rows: readonly SealedRow[],
    envelopes: readonly Buffer[],
  ): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE ${column.table} t SET ${column.column} = renewed.envelope
       FROM unnest($1::uuid[], $2::bytea[]) AS renewed (id, envelope) WHERE t.id = renewed.id`,
      [rows.map((row) => row.id), envelopes],
    );
  }
}

function reseal(
  column: SealedColumn,
  row: SealedRow,
  current: CompartmentKeys,
  next: CompartmentKeys,
): Buffer | null {
  const place = {
    ...current.compartment,
    table: column.table,
    column: column.column,
    rowId: row.id,
    revision: row.revision,
  };
  const { dataKey, epoch } = current;
  const plaintext = openField({ dataKey, epoch, place, envelope: row.envelope });
  if (!plaintext.ok) return null;
  const envelope = sealField({
    dataKey: next.dataKey,
    epoch: next.epoch,
    place,
    plaintext: plaintext.value,
  });
  plaintext.value.fill(0);
  return envelope;
}
