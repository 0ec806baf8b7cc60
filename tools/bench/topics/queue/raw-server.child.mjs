// The limit of a list screen: Fastify and pg, plain SQL with prepared names, JSON.stringify. The same role, the
// same transaction and the same row security as a request of the desk; no session, no GraphQL, no permissions.
import Fastify from 'fastify';
import pg from 'pg';
import { readScopes, scopeOf } from './scopes.mjs';

const { BENCH_APP_URL, BENCH_SCREEN, BENCH_POOL_SIZE } = process.env;

/** A module that exports `answer(query, variables)`; `query(name, text, values)` returns rows. */
const { answer } = await import(BENCH_SCREEN);
const pool = new pg.Pool({
  connectionString: BENCH_APP_URL,
  max: Number(BENCH_POOL_SIZE),
  pipeline: true,
});
const scopes = readScopes();
const begin = ({ organizationId, personId }) =>
  `BEGIN; SELECT set_config('app.organization_id', '${organizationId}', true), set_config('app.person_id', '${personId}', true)`;

async function inTransaction(scope, work) {
  const client = await pool.connect();
  try {
    const begun = client.query(begin(scope));
    const query = async (name, text, values) => (await client.query({ name, text, values })).rows;
    const [value] = await Promise.all([work(query), begun]);
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

const app = Fastify({ logger: false });
app.post('/graphql', async (request, reply) => {
  const scope = scopeOf(scopes, request.headers.authorization);
  const { variables } = request.body;
  const value = await inTransaction(scope, (query) => answer(query, variables));
  reply.header('content-type', 'application/json; charset=utf-8');
  return JSON.stringify({ data: value });
});
app.get('/health/ready', async () => 'ready');
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
process.on('SIGTERM', () => process.exit(0));
process.stdin.resume().on('end', () => process.exit(0));
