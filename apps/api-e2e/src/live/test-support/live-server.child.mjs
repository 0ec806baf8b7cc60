// A process of the API that does nothing but keep live connections, and may be killed at any moment. Sockets, protocol, feed,
// listener, sessions and unit of work are the product's own compiled classes; what is left out is what they do not pass
// through: the framework's container and the guard of roles (permission-matrix.e2e-spec.ts). It is at work in a moment.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
registerHooks({
  resolve: (specifier, context, next) =>
    specifier in plan.doors
      ? { url: plan.doors[specifier], shortCircuit: true }
      : next(specifier, context),
});
enableCompileCache(plan.cache);
const library = (path) => import(new URL(`../../../../../libs/${path}`, import.meta.url).href);
await import('reflect-metadata');
const { tokensOf } = await import('@nestjs/common');
const { DataSource } = await import('typeorm');
const { buildSchema } = await import('graphql');
const { createDataSource } = await library('platform/dist/database/data-source.js');
const { AuditTrail } = await library('platform/dist/audit/audit-trail.js');
const { KinwardLogger } = await library('platform/dist/logging/logger.js');
const { LiveFeed } = await library('platform/dist/live/live-feed.js');
const { LiveListener } = await library('platform/dist/live/live-listener.js');
const { LiveSockets } = await library('platform/dist/live/live-sockets.js');
const { LiveTopics } = await library('platform/dist/live/live-topics.js');
const { TrustedDocuments } = await library('platform/dist/graphql/trusted-documents.js');
const tokens = await library('platform/dist/time/tokens.js');
const { SystemClock, SystemIdGenerator } = await library('platform/dist/time/system-clock.js');
const { ChainedAuditTrail } = await library('audit/dist/infrastructure/chained-audit-trail.js');
const { SessionLiveGate } = await library('identity/dist/application/session-live-gate.js');
const { SessionOpener } = await library('identity/dist/application/login/session-opener.js');
const { generatePersonKeys } = await library('identity/dist/domain/keys/person-keys.js');

const entities = (await Promise.all(plan.entities.map((url) => import(url)))).flatMap((module) =>
  Object.values(module).filter((value) => typeof value === 'function'),
);
const dataSource = createDataSource({ url: plan.addresses.appUrl, poolSize: 6, entities });
await dataSource.initialize();
const clock = new SystemClock();
const logger = { info() {}, warn() {}, error() {} };
const values = new Map([
  [DataSource, dataSource],
  [KinwardLogger, logger],
  [tokens.CLOCK, clock],
  [tokens.ID_GENERATOR, new SystemIdGenerator()],
  [tokens.APP_CONFIG, {}],
]);
const get = (token) => {
  if (!values.has(token)) {
    const Class = token === AuditTrail ? ChainedAuditTrail : token;
    const types = Reflect.getMetadata('design:paramtypes', Class) ?? [];
    values.set(token, new Class(...types.map((type, at) => get(tokensOf(Class)[at] ?? type))));
  }
  return values.get(token);
};

const schema = buildSchema(`
  type Query { none: String }
  input LiveFeedInput { topics: [String!], after: String }
  type LiveEventId { name: String! value: ID! }
  type LiveEvent { cursor: String! topic: String! ids: [LiveEventId!]! }
  type LiveCaughtUp { cursor: String! }
  type LiveReadAnew { cursor: String! }
  union LiveItem = LiveEvent | LiveCaughtUp | LiveReadAnew
  type Subscription { liveFeed(input: LiveFeedInput!): LiveItem! }`);
schema.getType('LiveItem').resolveType = (item) => item.constructor.name;
schema.getSubscriptionType().getFields().liveFeed.subscribe = async (_, { input }, context) => {
  const { topics = null, after = null } = input;
  const request = { viewer: await context.actor, topics, after, onTooSlow: context.cutOff };
  const opened = await get(LiveFeed).open(request);
  if (!opened.ok) throw new Error(opened.error.reason);
  return opened.value;
};
get(LiveTopics).define('need', { all: ['COORDINATOR'] });
const httpServer = createServer();
new LiveSockets({
  httpServer,
  schema,
  gate: get(SessionLiveGate),
  listener: get(LiveListener),
  clock,
  logger,
  explain: false,
  documents: TrustedDocuments.any(),
});

async function signIn(count) {
  const { default: pg } = await import('pg');
  const operator = new pg.Client({ connectionString: plan.addresses.adminUrl });
  await operator.connect();
  const signedIn = [];
  for (let person = 0; person < count; person += 1) {
    const { rows } = await operator.query(
      `INSERT INTO person (id, organization_id, display_name_sealed, roles, standing)
       SELECT gen_random_uuid(), id, '\\x00', '{COORDINATOR}', 'ACTIVE' FROM organization
       WHERE code = 'lantern' RETURNING id AS "personId", organization_id AS "organizationId"`,
    );
    const { secretKeys } = generatePersonKeys();
    const { token } = await get(SessionOpener).open({ credential: rows[0], secretKeys });
    signedIn.push(token);
  }
  await operator.end();
  return signedIn;
}

const people = await signIn(plan.people);
httpServer.listen(0, '127.0.0.1', () => {
  const { port } = httpServer.address();
  process.send({ url: `http://127.0.0.1:${String(port)}`, tokens: people });
});
process.on('disconnect', () => process.exit(0));
