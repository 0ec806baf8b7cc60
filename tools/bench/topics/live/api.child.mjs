// A process of the API as the product puts it together, on the database of the bench. It signs in as many people as it is
// told, past the passphrases, which take their time by design; everything else is what a browser meets.
import pg from 'pg';
import { startApplication } from '../../frame/application.mjs';
import { load } from '../../frame/workspace.mjs';

const { BENCH_ADMIN_URL, BENCH_PEOPLE, PORT } = process.env;
const app = await startApplication();
await app.listen(Number(PORT), '127.0.0.1');
process.send({ tokens: await signIn(Number(BENCH_PEOPLE)) });

async function signIn(count) {
  const { SessionOpener } = await load('libs/identity/dist/application/login/session-opener.js');
  const { generatePersonKeys } = await load('libs/identity/dist/index.js');
  const opener = app.get(SessionOpener, { strict: false });
  const operator = new pg.Client({ connectionString: BENCH_ADMIN_URL });
  await operator.connect();
  const tokens = [];
  for (let person = 0; person < count; person += 1) {
    const { rows } = await operator.query(
      `INSERT INTO person (id, organization_id, display_name_sealed, roles, standing)
       SELECT gen_random_uuid(), id, '\\x00', '{COORDINATOR}', 'ACTIVE' FROM organization
       RETURNING id AS "personId", organization_id AS "organizationId"`,
    );
    const { secretKeys } = generatePersonKeys();
    tokens.push((await opener.open({ credential: rows[0], secretKeys })).token);
  }
  await operator.end();
  return tokens;
}

// Ends through `exit`, so that a profile is written.
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
