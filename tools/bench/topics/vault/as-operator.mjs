import pg from 'pg';

/** Sends one statement as the database's superuser and returns its rows. */
export async function asOperator(adminUrl, sql) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Empties the counters of sign-in attempts: the desk admits ten per address in ten minutes, which is
 * right for people and too few for a bench.
 */
export function forgetAttempts(adminUrl) {
  return asOperator(adminUrl, 'DELETE FROM rate_limit');
}
