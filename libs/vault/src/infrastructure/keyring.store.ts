import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { toDatabaseFailure } from '@kinward/platform';

/** Injection token of the keyring's address, for the serving role. */
export const KEYRING_URL = Symbol('KeyringUrl');

export type KeyringKind = 'SHRED' | 'LOCK';

const POOL_SIZE = 4;

/**
 * The keyring: a small database of its own, outside of the main one and of its dumps. It holds the
 * outer layers of all grants, so that destroying one key here closes a case for everybody
 * (security.md § 8.7). Its writes are not part of the main transaction: a key is stored before
 * anything refers to it, and one that nothing refers to opens nothing.
 */
@Injectable()
export class KeyringStore implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor(@Inject(KEYRING_URL) url: string) {
    this.pool = new Pool({ connectionString: url, max: POOL_SIZE });
    this.pool.on('error', () => {
      // A connection that dies while idle is replaced at the next use.
    });
  }

  /** Stores a key under a new id. */
  async add(id: string, kind: KeyringKind, key: Buffer): Promise<void> {
    await this.send('INSERT INTO keyring_key (id, kind, key) VALUES ($1, $2, $3)', [id, kind, key]);
  }

  /**
   * Stores a key under an id that is not new, such as a case’s, unless one is there; gives the one that is. A unit of work
   * that is repeated after a deadlock has stored its key before, and what the first try sealed with it is gone.
   */
  async keep(id: string, kind: KeyringKind, key: Buffer): Promise<Buffer> {
    await this.send(
      'INSERT INTO keyring_key (id, kind, key) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
      [id, kind, key],
    );
    const kept = (await this.find([id])).get(id);
    if (kept === undefined) throw new Error('a key was destroyed while it was stored');
    return kept;
  }

  /** Stores several keys of one kind at once. */
  async addAll(
    kind: KeyringKind,
    keys: readonly { readonly id: string; readonly key: Buffer }[],
  ): Promise<void> {
    await this.send(
      `INSERT INTO keyring_key (id, kind, key)
       SELECT id, $1, key FROM unnest($2::uuid[], $3::bytea[]) AS added (id, key)`,
      [kind, keys.map(({ id }) => id), keys.map(({ key }) => key)],
    );
  }

  /** The keys that exist among `ids`; an erased one is absent. */
  async find(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const rows = await this.send('SELECT id, key FROM keyring_key WHERE id = ANY($1)', [ids]);
    return new Map(rows.map((row) => [row.id, row.key]));
  }

  /** Destroys keys for good; one that is gone already is no error. */
  async destroy(ids: readonly string[]): Promise<void> {
    await this.send('DELETE FROM keyring_key WHERE id = ANY($1)', [ids]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async send(sql: string, parameters: unknown[]): Promise<{ id: string; key: Buffer }[]> {
    try {
      const result = await this.pool.query<{ id: string; key: Buffer }>(sql, parameters);
      return result.rows;
    } catch (error) {
      throw toDatabaseFailure(error);
    }
  }
}
