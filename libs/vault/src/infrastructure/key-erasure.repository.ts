import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** Keys of the keyring that must go: written in the transaction that decides it, carried out after its commit. */
@Injectable()
export class KeyErasureRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(keyIds: readonly string[]): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO key_erasure (key_id, organization_id)
       SELECT key_id, $1 FROM unnest($2::uuid[]) AS due (key_id) ON CONFLICT DO NOTHING`,
      [this.unitOfWork.scope().organizationId, keyIds],
    );
  }

  async due(limit: number): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ key_id: string }>(
      'SELECT key_id FROM key_erasure WHERE organization_id = $1 LIMIT $2',
      [this.unitOfWork.scope().organizationId, limit],
    );
    return rows.map((row) => row.key_id);
  }

  /** Also takes the grants away that a worker could not: it shuts locks and sees no grant. */
  async done(keyIds: readonly string[]): Promise<void> {
    await this.unitOfWork.execute(
      `WITH gone AS (DELETE FROM access_grant WHERE lock_id = ANY($1) RETURNING id)
       DELETE FROM session_key k USING gone WHERE k.grant_id = gone.id`,
      [keyIds],
    );
    await this.unitOfWork.execute('DELETE FROM key_erasure WHERE key_id = ANY($1)', [keyIds]);
  }
}
