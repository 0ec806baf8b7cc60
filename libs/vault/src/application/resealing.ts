import { Injectable } from '@nestjs/common';
import { err, integrity, ok, type IntegrityError, type Result } from '@kinward/kernel';
import { SecurityAlerts, UnitOfWork } from '@kinward/platform';
import { writeOnlyKeyPair, type CompartmentKeys } from '../domain/compartment-keys.js';
import { ALGORITHM_SEALED_BOX, readEnvelopeHeader } from '../domain/envelope.js';
import type { FieldPlace } from '../domain/field-place.js';
import { openField, sealField } from '../domain/sealed-field.js';
import { openWriteOnly, sealWriteOnly } from '../domain/write-only-seal.js';
import { SealedColumns, type SealedColumn } from './sealed-columns.js';

interface SealedRow {
  id: string;
  revision: number;
  envelope: Buffer;
}

/** Seals everything of a compartment again under the keys of its next epoch. */
@Injectable()
export class Resealing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly columns: SealedColumns,
    private readonly alerts: SecurityAlerts,
  ) {}

  /** INTEGRITY, with an alarm and without any change, when one envelope fails its checks. */
  async resealAll(
    current: CompartmentKeys,
    next: CompartmentKeys,
  ): Promise<Result<void, IntegrityError>> {
    for (const column of this.columns.ofTier(current.compartment.tier)) {
      const rows = await this.rowsOf(column, current.compartment.subjectId);
      const envelopes: Buffer[] = [];
      for (const row of rows) {
        const envelope = reseal(column, row, current, next);
        if (envelope === null) return this.alarm(column, row);
        envelopes.push(envelope);
      }
      if (rows.length > 0) await this.store(column, rows, envelopes);
    }
    return ok();
  }

  private alarm(column: SealedColumn, row: SealedRow): Result<never, IntegrityError> {
    const subjectKind = column.table.toUpperCase();
    const cause = 'SEALED_FIELD';
    this.alerts.raise({ kind: 'INTEGRITY', cause, subjectKind, subjectId: row.id });
    return err(integrity());
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
  const isWriteOnly = readEnvelopeHeader(row.envelope)?.algorithm === ALGORITHM_SEALED_BOX;
  const plaintext = isWriteOnly ? openBox(current, place, row) : openSymmetric(current, place, row);
  if (!plaintext.ok) return null;
  const envelope = isWriteOnly
    ? sealBox(next, place, plaintext.value)
    : sealField({ ...keyOf(next), place, plaintext: plaintext.value });
  plaintext.value.fill(0);
  return envelope;
}

const keyOf = ({ dataKey, epoch }: CompartmentKeys) => ({ dataKey, epoch });

function openSymmetric(keys: CompartmentKeys, place: FieldPlace, { envelope }: SealedRow) {
  return openField({ ...keyOf(keys), place, envelope });
}

/** What an unattended writer sealed stays what only the key pair opens. */
function openBox(keys: CompartmentKeys, place: FieldPlace, { envelope }: SealedRow) {
  const keyPair = writeOnlyKeyPair(keys.dataKey);
  const opened = openWriteOnly({ keyPair, epoch: keys.epoch, place, envelope });
  keyPair.secretKey.fill(0);
  return opened;
}

function sealBox(keys: CompartmentKeys, place: FieldPlace, plaintext: Buffer): Buffer {
  const { publicKey, secretKey } = writeOnlyKeyPair(keys.dataKey);
  secretKey.fill(0);
  return sealWriteOnly({ publicKey, epoch: keys.epoch, place, plaintext });
}
