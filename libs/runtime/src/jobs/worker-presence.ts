import type { Pool, PoolClient } from 'pg';

/** Any fixed number: held, shared, by every living worker of a database. */
const PRESENCE_LOCK = 4_731_004;

const UNLOCK_ABANDONED = `
  SELECT graphile_worker.force_unlock_workers(ARRAY(
    SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL))`;

/** Being there, as other workers see it. */
export interface WorkerPresence {
  end(): void;
}

/**
 * Announces a worker. Whoever starts alone knows that every job in hand belongs to a process that is dead, and
 * frees those jobs at once; otherwise the queue itself frees them after four hours.
 */
export async function announceWorker(pool: Pool): Promise<WorkerPresence> {
  const client = await pool.connect();
  try {
    const alone = await isAlone(client);
    if (alone) await client.query(UNLOCK_ABANDONED);
    await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    if (alone) await client.query('SELECT pg_advisory_unlock($1)', [PRESENCE_LOCK]);
    // Closing the connection gives the lock back, also when the process dies.
    return { end: () => client.release(true) };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function isAlone(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ alone: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS alone',
    [PRESENCE_LOCK],
  );
  return rows[0]?.alone === true;
}
