import pg from 'pg';
import { raceOf } from './race.mjs';

const CLAIM = {
  name: 'claim',
  text: `UPDATE task SET state = 'CLAIMED', holder_id = $2, claimed_at = now(), version = version + 1,
    lease_until = now() + interval '12 hours' WHERE id = $1 AND state = 'OPEN'`,
};

/**
 * The least that a claim can be: one conditional UPDATE by the serving role under row security, on connections of its
 * own. With `isFramed` in a transaction that scopes itself, as every unit of work does.
 */
export async function openRawClaims(appUrl, organizationId, connections) {
  const clients = Array.from(
    { length: connections },
    () => new pg.Client({ connectionString: appUrl }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const scope = (isLocal) =>
    `SELECT set_config('app.organization_id', '${organizationId}', ${String(isLocal)})`;
  const claim = async (client, { taskId, personId }) =>
    (await client.query({ ...CLAIM, values: [taskId, personId] })).rowCount === 1;
  const framed = async (client, attempt) => {
    await client.query(`BEGIN; ${scope(true)}`);
    const isWon = await claim(client, attempt);
    await client.query('COMMIT');
    return isWon;
  };
  return {
    race: async ({ attempts, parallel }, isFramed) => {
      for (const client of clients) await client.query(scope(false));
      const one = isFramed ? framed : claim;
      const run = (attempt, client) => one(clients[client], attempt);
      const { wins, seconds } = await raceOf(attempts, parallel, run);
      return { count: wins.length, seconds };
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  };
}
