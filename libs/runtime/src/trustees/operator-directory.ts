import { createHmac } from 'node:crypto';
import { toId, type OrganizationId, type PersonId } from '@kinward/kernel';
import type { Standing } from '@kinward/identity';
import pg from 'pg';

export interface KnownOrganization {
  readonly id: OrganizationId;
  readonly code: string;
}

export interface KnownPerson {
  readonly id: PersonId;
  readonly organizationId: OrganizationId;
  readonly standing: Standing;
  readonly publicKeys: { readonly encryption: Buffer; readonly signing: Buffer };
}

interface PersonRow {
  id: string;
  organization_id: string;
  standing: Standing;
  public_encryption_key: Buffer;
  public_signing_key: Buffer;
}

const PERSON = `
  SELECT p.id, p.organization_id, p.standing, c.public_encryption_key, c.public_signing_key
  FROM person p JOIN credential c ON c.person_id = p.id`;

/**
 * Finds organisations and people for an operator's command, which belongs to none of them (decision 33). Reads
 * only; what a command changes goes through use cases with their row security and audit.
 */
export class OperatorDirectory {
  constructor(
    private readonly adminUrl: string,
    private readonly lookupKey: Buffer,
  ) {}

  /** All organisations, by code. */
  async organizations(): Promise<readonly KnownOrganization[]> {
    const rows = await this.query<{ id: string; code: string }>(
      'SELECT id, code FROM organization ORDER BY code',
    );
    return rows.map((row) => ({ id: toId<'Organization'>(row.id), code: row.code }));
  }

  async organization(code: string): Promise<KnownOrganization | null> {
    const known = await this.organizations();
    return known.find((organization) => organization.code === code) ?? null;
  }

  async personById(id: string): Promise<KnownPerson | null> {
    return this.person(`${PERSON} WHERE p.id = $1`, id);
  }

  /** Finds by e-mail address, written as at sign-in: case and surrounding blanks do not matter. */
  async personByEmail(email: string): Promise<KnownPerson | null> {
    const normalised = email.trim().normalize('NFKC').toLowerCase();
    const loginKey = createHmac('sha256', this.lookupKey).update(normalised).digest();
    return this.person(`${PERSON} WHERE c.login_key = $1`, loginKey);
  }

  /** True where the demonstration was seeded: its people and passphrases are public. */
  async holdsDemo(): Promise<boolean> {
    const rows = await this.query(`SELECT FROM installation_fact WHERE name = 'demo'`);
    return rows.length > 0;
  }

  private async person(sql: string, key: string | Buffer): Promise<KnownPerson | null> {
    const [row] = await this.query<PersonRow>(sql, [key]);
    if (row === undefined) return null;
    return {
      id: toId<'Person'>(row.id),
      organizationId: toId<'Organization'>(row.organization_id),
      standing: row.standing,
      publicKeys: { encryption: row.public_encryption_key, signing: row.public_signing_key },
    };
  }

  private async query<Row extends pg.QueryResultRow>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Row[]> {
    const client = new pg.Client({
      connectionString: this.adminUrl,
      options: '-c role=kinward_owner',
    });
    await client.connect();
    try {
      return (await client.query<Row>(sql, [...parameters])).rows;
    } finally {
      await client.end();
    }
  }
}
