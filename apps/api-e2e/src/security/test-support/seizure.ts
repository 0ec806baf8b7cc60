import { createHash, hkdfSync } from 'node:crypto';
import { dumpDatabase, testServerKeys, type TestDesk } from '@kinward/testing';
import { openJson, SealedColumns, type CompartmentKeys, type Tier } from '@kinward/vault';

/** Where keys, wrapped or not, could lie; the rest is ciphertext of fields and hashes of the audit. */
const KEY_TABLES = [
  'access_grant',
  'compartment_epoch',
  'credential',
  'key_lock',
  'keyring_key',
  'session',
  'session_key',
];

type CompartmentKind = CompartmentKeys['compartment']['kind'];

/** One envelope of the database with all that its place says in clear. */
interface SeizedField {
  readonly caseId: string;
  readonly keys: Omit<CompartmentKeys, 'dataKey'>;
  readonly cell: { table: string; column: string; rowId: string; revision: number };
  readonly envelope: Buffer;
}

/** Whoever has the whole database, the keyring and the server's own keys, at rest. */
export class Seizure {
  private constructor(
    readonly fields: readonly SeizedField[],
    private readonly dump: string,
  ) {}

  static async of(desk: TestDesk): Promise<Seizure> {
    const { adminUrl, keyringAdminUrl } = desk.database.addresses;
    const dumps = [await dumpDatabase(adminUrl), await dumpDatabase(keyringAdminUrl)];
    const tables = dumps.join('\n').split('-- public.');
    const dump = tables.filter((each) => KEY_TABLES.includes(each.split('\n')[0] ?? '')).join('\n');
    const columns = desk.app.get(SealedColumns, { strict: false }).all();
    const fields: SeizedField[] = [];
    for (const { table, column, tier, subjectColumn, revisionColumn } of columns) {
      const rows = await desk.database.asOperator<{
        rowId: string;
        caseId: string;
        organizationId: string;
        revision: number;
        envelope: Buffer;
        compartmentId: string;
        kind: CompartmentKind;
        epoch: number;
        commitment: Buffer;
      }>(
        `SELECT t.id AS "rowId", t.${subjectColumn} AS "caseId", t.organization_id AS "organizationId",
           ${revisionColumn === null ? '1' : `t.${revisionColumn}`} AS revision, t.${column} AS envelope,
           c.id AS "compartmentId", c.kind, e.epoch, e.commitment
         FROM ${table} t JOIN compartment c ON c.subject_id = t.${subjectColumn} AND c.tier = $1
         JOIN compartment_epoch e ON e.compartment_id = c.id AND e.epoch = c.current_epoch
         WHERE t.${column} IS NOT NULL`,
        [tier],
      );
      for (const row of rows) fields.push(toField(row, { table, column, tier }));
    }
    return new Seizure(fields, dump);
  }

  /**
   * Every 32 bytes that could be a key: whole values and the head and tail of longer ones, the server's keys,
   * and what the code's own derivations make of each, with `loot` on top.
   */
  candidates(loot: readonly Buffer[] = []): Buffer[] {
    const { pepper, lookup, staff } = testServerKeys;
    const found = new Map<string, Buffer>();
    const add = (key: Buffer): void => void found.set(key.toString('hex'), key);
    for (const [, hex = ''] of this.dump.matchAll(/\\x((?:[0-9a-f]{2}){32,})/g)) {
      const value = Buffer.from(hex, 'hex');
      for (const offset of [0, 2, 26, value.length - 48, value.length - 32]) {
        if (offset >= 0 && offset + 32 <= value.length) add(value.subarray(offset, offset + 32));
      }
    }
    for (const key of [pepper, lookup, staff, ...loot]) add(key);
    for (const key of [pepper, lookup, staff, ...loot]) {
      for (const label of ['wrap', 'verify', 'cache']) {
        const info = `kinward/session/${label}/v1`;
        add(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, 32)));
      }
      add(createHash('sha256').update(key).digest());
    }
    return [...found.values()];
  }

  /** One field for each case and tier: enough to see whether a key is anybody's. */
  samples(): Seizure {
    const samples = new Map(
      this.fields.map((field) => [field.keys.compartment.compartmentId, field] as const),
    );
    return new Seizure([...samples.values()], this.dump);
  }

  /** The fields that open with any of the keys. */
  openedBy(candidates: readonly Buffer[]): SeizedField[] {
    return this.fields.filter(({ keys, cell, envelope }) =>
      candidates.some((dataKey) => openJson({ ...keys, dataKey }, cell, envelope).ok),
    );
  }
}

function toField(
  row: {
    rowId: string;
    caseId: string;
    organizationId: string;
    revision: number;
    envelope: Buffer;
    compartmentId: string;
    kind: CompartmentKind;
    epoch: number;
    commitment: Buffer;
  },
  { table, column, tier }: { table: string; column: string; tier: Tier },
): SeizedField {
  const { rowId, caseId, organizationId, revision, envelope, epoch, commitment } = row;
  const { compartmentId, kind } = row;
  const compartment = { kind, organizationId, compartmentId, subjectId: caseId, tier };
  return {
    caseId,
    keys: { compartment, epoch, commitment },
    cell: { table, column, rowId, revision },
    envelope,
  };
}
