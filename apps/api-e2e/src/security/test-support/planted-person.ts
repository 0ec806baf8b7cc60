import { createHash, randomBytes } from 'node:crypto';
import type { TestDesk } from '@kinward/testing';
import type { Crew } from './full-case.js';
import type { PlantedIds } from './planted-books.js';

/** Writes, past every rule, what hangs on one person: a device, a session, rights that somebody wants to change. */
export async function plantPerson(
  desk: TestDesk,
  crew: Crew,
  personId: string,
): Promise<PlantedIds> {
  const [one, other] = [
    await desk.personId(crew.caseworker),
    await desk.personId(crew.coordinator),
  ];
  const proposer = personId === one ? other : one;
  const write = async (sql: string, ...more: readonly unknown[]): Promise<PlantedIds> => {
    const [row] = await desk.database.asOperator<PlantedIds>(sql, [personId, ...more]);
    return row ?? {};
  };
  await write('DELETE FROM person_change WHERE person_id = $1');
  const proposing = await write(
    `INSERT INTO person_change (id, organization_id, person_id, proposed_by, proposed_at, roles_before,
       screener_before, standing_before, roles_after, screener_after, standing_after, state)
     SELECT gen_random_uuid(), organization_id, id, $2, now(), roles, screener, standing, roles, NOT screener, standing,
       'PROPOSED' FROM person WHERE id = $1 RETURNING id AS "changeId"`,
    proposer,
  );
  await desk.database.asOperator(
    `DELETE FROM setting_change WHERE organization_id = (SELECT organization_id FROM person WHERE id = $1)`,
    [personId],
  );
  const setting = await write(
    `INSERT INTO setting_change (id, organization_id, key, code, held_before, value_after, held_after, version, state,
       proposed_by, proposed_at)
     SELECT gen_random_uuid(), organization_id, 'SMALLEST_CELL', '', 20, 15, 15, 1, 'PROPOSED', $2, now()
     FROM person WHERE id = $1 RETURNING id AS "settingChangeId"`,
    proposer,
  );
  const passkey = await write(
    `INSERT INTO passkey (id, organization_id, person_id, credential_id, authenticator_key, sign_count,
       wrapped_secret_keys, challenged_at, enrolled_on)
     SELECT gen_random_uuid(), organization_id, id, $2, $2, 0, $2, now(), current_date FROM person WHERE id = $1
     RETURNING id AS "passkeyId"`,
    randomBytes(32),
  );
  const idHash = randomBytes(32);
  await write(
    `INSERT INTO session (id_hash, organization_id, person_id, verifier, wrapped_secret_keys, created_at, last_seen_at,
       expires_at)
     SELECT $2, organization_id, id, $2, $2, now(), now(), now() + interval '8 hours' FROM person WHERE id = $1`,
    idHash,
  );
  // Sessions are named by a hash of the hash that their row has.
  const sessionId = createHash('sha256').update(idHash).digest('hex').slice(0, 32);
  return { ...proposing, ...setting, ...passkey, sessionId };
}
