import { Injectable } from '@nestjs/common';
import { toId, type OrganizationId, type PersonId } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { PersonPublicKeys } from '../domain/keys/person-keys.js';
import type { Standing } from '../domain/standing.js';
import { PasskeyRow } from './passkey.entity.js';

/** A passkey as the sign-in needs it. */
export interface StoredPasskey {
  readonly id: string;
  readonly personId: PersonId;
  readonly organizationId: OrganizationId;
  readonly credentialId: Buffer;
  readonly authenticatorKey: Buffer;
  readonly signCount: number;
  readonly wrappedSecretKeys: Buffer;
  readonly publicKeys: PersonPublicKeys;
  readonly standing: Standing;
}

interface FoundPasskey {
  id: string;
  person_id: string;
  organization_id: string;
  authenticator_key: Buffer;
  sign_count: string;
  wrapped_secret_keys: Buffer;
  public_encryption_key: Buffer;
  public_signing_key: Buffer;
  standing: Standing;
}

/** Passkeys of people. Row security shows each person their own only. */
@Injectable()
export class PasskeyRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Finds by the authenticator's id, before any organisation is known. */
  async find(credentialId: Buffer): Promise<StoredPasskey | null> {
    const [row] = await this.unitOfWork.query<FoundPasskey>('SELECT * FROM find_passkey($1)', [
      credentialId,
    ]);
    if (row === undefined) return null;
    return {
      id: row.id,
      personId: toId(row.person_id),
      organizationId: toId(row.organization_id),
      credentialId,
      authenticatorKey: row.authenticator_key,
      signCount: Number(row.sign_count),
      wrappedSecretKeys: row.wrapped_secret_keys,
      publicKeys: { encryption: row.public_encryption_key, signing: row.public_signing_key },
      standing: row.standing,
    };
  }

  /** Those of the person who asks, oldest first. */
  async mine(): Promise<readonly PasskeyRow[]> {
    const manager = await this.unitOfWork.manager();
    return manager.find(PasskeyRow, { order: { enrolledOn: 'ASC', id: 'ASC' } });
  }

  /** Holds the person's row, so that two enrolments at once count each other. */
  async lockPerson(personId: PersonId): Promise<void> {
    await this.unitOfWork.query('SELECT id FROM person WHERE id = $1 FOR UPDATE', [personId]);
  }

  /** False when this authenticator is enrolled already. */
  async add(row: PasskeyRow): Promise<boolean> {
    const manager = await this.unitOfWork.manager();
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(PasskeyRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  /** Notes a use. False when a challenge as late as this one was answered before. */
  async use(id: string, challengedAt: Date, signCount: number, on: string): Promise<boolean> {
    const touched = await this.unitOfWork.execute(
      `UPDATE passkey SET challenged_at = $2, sign_count = $3, last_used_on = $4
       WHERE id = $1 AND challenged_at < $2`,
      [id, challengedAt, String(signCount), on],
    );
    return touched === 1;
  }

  /** False when the person who asks has none of this id. */
  async remove(id: string): Promise<boolean> {
    return (await this.unitOfWork.execute('DELETE FROM passkey WHERE id = $1', [id])) === 1;
  }
}
