import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { load } from '../../frame/workspace.mjs';
import { CASES, CHANNELS, NEEDS, ORGANIZATIONS, PEOPLE } from './data.sql.mjs';

/** How many, also of the demonstration's own three. */
const ORGANIZATION_COUNT = 20;
const PEOPLE_EACH = 8;
const NEEDS_EACH = 4;

/**
 * Fills the throwaway database of a desk as the operator: `cases` case files, alike in every organisation, with their channels
 * and needs. Foreign keys are not checked one by one; what is generated follows them. Sealed columns hold a byte, names of
 * people excepted, which the desk opens.
 *
 * @param {{ adminUrl: string, serverKeys: object, cases: number }} place
 * @returns {Promise<{ cases: number, needs: number, openNeeds: number, channels: number, organizations: number }>}
 */
export async function fillDesk({ adminUrl, serverKeys, cases }) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off;
      SET work_mem = '128MB'; SET maintenance_work_mem = '256MB'; SELECT setseed(0.25)`);
    await client.query(ORGANIZATIONS, [ORGANIZATION_COUNT]);
    await addPeople(client, serverKeys);
    await client.query(CASES, [cases / ORGANIZATION_COUNT, await regionsOfPack()]);
    await client.query(CHANNELS);
    const types = await needTypesOfPack();
    const indexes = await takeIndexes(client, 'need');
    await client.query(NEEDS, [NEEDS_EACH, JSON.stringify(types)]);
    for (const definition of indexes) await client.query(definition);
    await client.query('VACUUM (FREEZE, ANALYZE)');
    return (await client.query(COUNTS)).rows[0];
  } finally {
    await client.end();
  }
}

const COUNTS = `SELECT (SELECT count(*)::int FROM case_file) AS cases, (SELECT count(*)::int FROM need) AS needs,
  (SELECT count(*)::int FROM need WHERE state IN ('DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'FUNDED',
    'IN_DELIVERY', 'DELIVERED', 'SUSPENDED')) AS "openNeeds",
  (SELECT count(*)::int FROM contact_channel) AS channels, (SELECT count(*)::int FROM organization) AS organizations`;

/** Caseworkers with names that the desk can open. */
async function addPeople(client, serverKeys) {
  const { StaffSeal } = await load('libs/identity/dist/infrastructure/staff-seal.js');
  const seal = new StaffSeal(serverKeys);
  const { rows } = await client.query('SELECT id FROM organization ORDER BY code');
  const people = rows.flatMap(({ id: organizationId }) =>
    Array.from({ length: PEOPLE_EACH }, (_, index) => {
      const id = randomUUID();
      return { id, organizationId, name: seal.seal(id, 'display_name', `Demo-Bench ${index}`) };
    }),
  );
  await client.query(PEOPLE, [
    people.map(({ id }) => id),
    people.map(({ organizationId }) => organizationId),
    people.map(({ name }) => name),
  ]);
}

/** Takes the indexes of a table away, keys excepted: made at once at the end they cost a fraction. Returns how to. */
async function takeIndexes(client, table) {
  const { rows } = await client.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = $1 AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [table],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

async function regionsOfPack() {
  const { jurisdictionPack } = await load('libs/jurisdictions/dist/index.js');
  return jurisdictionPack('by').regionClasses.map(({ code }) => code);
}

async function needTypesOfPack() {
  const { jurisdictionPack } = await load('libs/jurisdictions/dist/index.js');
  return jurisdictionPack('by').needTypes.map(({ code, priority, typicalMinor, channels }) => ({
    code,
    priority,
    minor: Number(typicalMinor) || 5_000,
    channel: channels[0] ?? null,
  }));
}
