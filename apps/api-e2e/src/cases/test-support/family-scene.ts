import { SessionAuthenticator } from '@kinward/identity';
import { UnitOfWork } from '@kinward/platform';
import type { TestClient, TestDesk } from '@kinward/testing';
import { KeyOpener, openJson } from '@kinward/vault';

/** Asks for everything a change of a case can answer. */
export const CHANGE = `{ __typename
  ... on CaseChanged { caseId version addedId }
  ... on UserError { code message }
  ... on InvalidInput { field reason }
  ... on Refused { reason }
  ... on StaleVersion { currentVersion } }`;

const FAMILY = {
  region: 'IN_WEST',
  householdNotes: 'Demo-Notes at the opening',
  members: [{ name: 'Demo-Mother', relation: 'SPOUSE', birthDate: '1985-03-04' }],
  prisoners: [
    {
      name: 'Demo-Father',
      recognitionBasis: 'VIASNA',
      status: { code: 'REMAND', since: '2026-01-02' },
    },
  ],
};

/** Every table whose rows hang on a case and hold envelopes, with its sealed columns. */
const SEALED: Readonly<Record<string, readonly string[]>> = {
  household: ['sealed_t1'],
  household_member: ['sealed_t0', 'sealed_t1'],
  prisoner: ['sealed_t0', 'sealed_t1'],
  prisoner_status: ['sealed_t1'],
};
const WRITTEN_ONCE = ['prisoner_status'];

/** What stands in the envelopes of one row, opened. */
export interface OpenedRow {
  readonly id: string;
  readonly version: number;
  readonly sealed_t0?: Record<string, unknown>;
  readonly sealed_t1?: Record<string, unknown>;
}

/** A family opened by the caseworker of Lantern: one household, one member, one prisoner held on remand. */
export class FamilyScene {
  private constructor(
    readonly desk: TestDesk,
    readonly caseworker: TestClient,
    readonly caseId: string,
    readonly householdId: string,
    readonly memberId: string,
    readonly prisonerId: string,
  ) {}

  static async open(desk: TestDesk): Promise<FamilyScene> {
    const caseworker = await desk.as('caseworker');
    const selection = '{ ... on CaseOpened { caseId } }';
    const { caseId } = await caseworker.ask('mutation', 'openCase', FAMILY, selection);
    const idOf = async (table: string): Promise<string> => {
      const rows = await desk.database.asOperator<{ id: string }>(
        `SELECT id FROM ${table} WHERE case_id = $1`,
        [caseId],
      );
      return rows[0]?.id ?? '';
    };
    return new FamilyScene(
      desk,
      caseworker,
      String(caseId),
      await idOf('household'),
      await idOf('household_member'),
      await idOf('prisoner'),
    );
  }

  /** Sends a change of this case as its caseworker, or as somebody else. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the query
  async change(operation: string, input: object, client = this.caseworker): Promise<any> {
    return client.ask('mutation', operation, { caseId: this.caseId, ...input }, CHANGE);
  }

  async version(): Promise<number> {
    const rows = await this.desk.database.asOperator<{ version: number }>(
      'SELECT version FROM case_file WHERE id = $1',
      [this.caseId],
    );
    return rows[0]?.version ?? 0;
  }

  /** All that is stored of this case and all that was told of it, byte by byte. */
  async stored(): Promise<string[]> {
    const tables = [...Object.keys(SEALED), 'household_prisoner', 'contact_channel'];
    const rows = await this.desk.database.asOperator<{ row: string }>(
      `SELECT t::text AS row FROM case_file t WHERE id = $1
       ${tables.map((table) => `UNION ALL SELECT t::text FROM ${table} t WHERE case_id = $1`).join(' ')}
       UNION ALL SELECT t::text FROM audit_entry t WHERE subject_id = $1
       UNION ALL SELECT t::text FROM outbox t WHERE payload->>'caseId' = $1::text
       UNION ALL SELECT g::text FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
         WHERE c.subject_id = $1
       ORDER BY row`,
      [this.caseId],
    );
    return rows.map(({ row }) => row);
  }

  /** Whether any of what is stored shows a text of the tests, in clear or as bytes. */
  async showsClearText(): Promise<boolean> {
    const hex = Buffer.from('Demo-').toString('hex');
    return (await this.stored()).some((row) => row.includes('Demo-') || row.includes(hex));
  }

  /** The actions told of this case, without the opening. */
  async acts(): Promise<string[]> {
    const rows = await this.desk.database.asOperator<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = $1 AND action <> 'CASE_OPENED'
       ORDER BY action`,
      [this.caseId],
    );
    return rows.map((row) => row.action);
  }

  /** Opens every row of a table through the vault, with a person's own grants. @throws Error where one stays shut */
  async opened(table: string, client = this.caseworker): Promise<OpenedRow[]> {
    const rows = await this.desk.database.asOperator<Record<string, unknown>>(
      `SELECT * FROM ${table} WHERE case_id = $1`,
      [this.caseId],
    );
    const authenticator = this.desk.app.get(SessionAuthenticator, { strict: false });
    const request = await authenticator.authenticate(`Bearer ${client.token ?? ''}`);
    if (request === null) throw new Error('the session has ended');
    const unitOfWork = this.desk.app.get(UnitOfWork, { strict: false });
    const opener = this.desk.app.get(KeyOpener, { strict: false });
    return unitOfWork.read(request.actor, async () => {
      const keys = await opener.open(request.actor, [this.caseId]);
      if (!keys.ok) throw new Error('the grants do not open');
      return rows.map((row) => {
        const rowId = String(row['id']);
        const version = Number(row['version'] ?? 1);
        const revision = WRITTEN_ONCE.includes(table) ? 1 : version;
        const contents = (SEALED[table] ?? []).map((column) => {
          const tierKeys = keys.value.of(this.caseId, column === 'sealed_t0' ? 'T0' : 'T1');
          if (tierKeys === null) throw new Error('no key of this tier');
          const cell = { table, column, rowId, revision };
          const content = openJson(tierKeys, cell, row[column] as Buffer);
          if (!content.ok) throw new Error(`${table}.${column} does not open`);
          return [column, content.value];
        });
        return { id: rowId, version, ...Object.fromEntries(contents) } as OpenedRow;
      });
    });
  }

  /** The one opened row under an id. */
  async openedRow(table: string, id: string): Promise<OpenedRow | undefined> {
    return (await this.opened(table)).find((row) => row.id === id);
  }

  /** Adds a channel of that trust; what it is does not matter here. */
  async addChannel(trust: string): Promise<void> {
    await this.desk.database.asOperator(
      `INSERT INTO contact_channel (id, organization_id, case_id, trust, sealed_t0)
       SELECT gen_random_uuid(), organization_id, id, $2, '\\x00' FROM case_file WHERE id = $1`,
      [this.caseId, trust],
    );
  }

  async trusts(): Promise<string[]> {
    const rows = await this.desk.database.asOperator<{ trust: string }>(
      'SELECT trust FROM contact_channel WHERE case_id = $1 ORDER BY trust',
      [this.caseId],
    );
    return rows.map((row) => row.trust);
  }
}
