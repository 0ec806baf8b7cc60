import { SessionAuthenticator } from '@kinward/identity';
import { UnitOfWork, type Actor } from '@kinward/platform';
import type { TestClient, TestDesk } from '@kinward/testing';
import {
  KeyOpener,
  openJson,
  SealedColumns,
  type OpenedKeys,
  type SealedColumn,
} from '@kinward/vault';

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
      status: { code: 'REMAND', since: '2021-01-02' },
    },
  ],
};

/** Tables that changes of a family write to, beside the case itself. */
const FAMILY_TABLES = [
  'household',
  'household_member',
  'prisoner',
  'prisoner_status',
  'household_prisoner',
  'contact_channel',
];

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
    const rows = await this.desk.database.asOperator<{ row: string }>(
      `SELECT t::text AS row FROM case_file t WHERE id = $1
       ${FAMILY_TABLES.map((table) => `UNION ALL SELECT t::text FROM ${table} t WHERE case_id = $1`).join(' ')}
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

  /** Does something with the keys that a person's own grants open. @throws Error where a grant fails */
  async withKeys<T>(work: (keys: OpenedKeys) => Promise<T>, client = this.caseworker): Promise<T> {
    return actAs(this.desk, client, async (actor) => {
      const keys = await this.desk.app.get(KeyOpener, { strict: false }).open(actor, [this.caseId]);
      if (!keys.ok) throw new Error('the grants do not open');
      return work(keys.value);
    });
  }

  /** Opens every row of a table through the vault, with a person's own grants. @throws Error where one stays shut */
  async opened(table: string, client = this.caseworker): Promise<OpenedRow[]> {
    const columns = this.desk.app
      .get(SealedColumns, { strict: false })
      .all()
      .filter((column) => column.table === table);
    const rows = await this.desk.database.asOperator<Record<string, unknown>>(
      `SELECT * FROM ${table} WHERE ${columns[0]?.subjectColumn ?? 'case_id'} = $1`,
      [this.caseId],
    );
    return this.withKeys(
      async (keys) => rows.map((row) => this.openRow(row, columns, keys)),
      client,
    );
  }

  private openRow(
    row: Record<string, unknown>,
    columns: readonly SealedColumn[],
    keys: OpenedKeys,
  ): OpenedRow {
    const id = String(row['id']);
    const contents: Record<string, unknown> = {};
    for (const { table, column, tier, revisionColumn } of columns) {
      const tierKeys = keys.of(this.caseId, tier);
      if (tierKeys === null) throw new Error('no key of this tier');
      if (row[column] === null) continue;
      const revision = revisionColumn === null ? 1 : Number(row[revisionColumn]);
      const content = openJson(
        tierKeys,
        { table, column, rowId: id, revision },
        row[column] as Buffer,
      );
      if (!content.ok) throw new Error(`${table}.${column} does not open`);
      contents[column] = content.value;
    }
    return { id, version: Number(row['version'] ?? 1), ...contents };
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

/** Runs work as a signed-in person in a unit of its own, past the API. @throws Error when the session has ended */
export async function actAs<T>(
  desk: TestDesk,
  client: TestClient,
  work: (actor: Actor) => Promise<T>,
): Promise<T> {
  const authenticator = desk.app.get(SessionAuthenticator, { strict: false });
  const request = await authenticator.authenticate(`Bearer ${client.token ?? ''}`);
  if (request === null) throw new Error('the session has ended');
  try {
    const unitOfWork = desk.app.get(UnitOfWork, { strict: false });
    return await unitOfWork.read(request.actor, () => work(request.actor));
  } finally {
    request.wipe();
  }
}
