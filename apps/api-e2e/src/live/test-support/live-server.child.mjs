// One process of the API, which may be killed at any moment. The first one also signs people in, past the sign-in, which takes
// its time by design: the sessions are as the product makes them.
import { readFileSync } from 'node:fs';

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const library = (path) => import(new URL(`../../../../../libs/${path}`, import.meta.url).href);
await import('reflect-metadata');
const { createDataSource, createLogger, deriveServerKeys } =
  await library('platform/dist/index.js');
const { createGraphqlServer, ENTITIES } = await library('runtime/dist/index.js');
const { addresses, home, people } = plan;
const dataSource = createDataSource({ url: addresses.appUrl, poolSize: 6, entities: ENTITIES });
await dataSource.initialize();
const app = await createGraphqlServer({
  config: { ...plan.config, home },
  serverKeys: deriveServerKeys(Buffer.alloc(32, 7)),
  dataSource,
  logger: createLogger(`${home}/${String(process.pid)}.log`),
  keyringUrl: addresses.keyringUrl,
});
await app.listen(0, '127.0.0.1');
process.send({ url: await app.getUrl(), tokens: people === 0 ? [] : await signIn(people) });
process.on('disconnect', () => process.exit(0));

async function signIn(count) {
  const { SessionOpener } = await library('identity/dist/application/login/session-opener.js');
  const { generatePersonKeys } = await library('identity/dist/index.js');
  const { default: pg } = await import('pg');
  const opener = app.get(SessionOpener, { strict: false });
  const operator = new pg.Client({ connectionString: addresses.adminUrl });
  await operator.connect();
  const tokens = [];
  for (let person = 0; person < count; person += 1) {
    const { rows } = await operator.query(
      `INSERT INTO person (id, organization_id, display_name_sealed, roles, standing)
       SELECT gen_random_uuid(), id, '\\x00', '{COORDINATOR}', 'ACTIVE' FROM organization
       WHERE code = 'lantern' RETURNING id AS "personId", organization_id AS "organizationId"`,
    );
    const { secretKeys } = generatePersonKeys();
    const { token } = await opener.open({ credential: rows[0], secretKeys });
    tokens.push(token);
  }
  await operator.end();
  return tokens;
}
