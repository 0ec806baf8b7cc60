// A server that does nothing but release payouts, and may be killed at any moment. Use case, unit of work, replay of
// commands, vault, session, ledger and audit are the product's own compiled classes; what is left out is what a release
// does not write with: the framework's container, GraphQL's parser and the guard of roles. It is at work in a moment.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';

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
const { createDataSource } = await library('platform/dist/database/data-source.js');
const { UnitOfWork } = await library('platform/dist/database/unit-of-work.js');
const { CommandReplay } = await library('platform/dist/commands/command-replay.js');
const { AuditTrail } = await library('platform/dist/audit/audit-trail.js');
const { KinwardLogger } = await library('platform/dist/logging/logger.js');
const tokens = await library('platform/dist/time/tokens.js');
const { SystemClock, SystemIdGenerator } = await library('platform/dist/time/system-clock.js');
const { ChainedAuditTrail } = await library('audit/dist/infrastructure/chained-audit-trail.js');
const { Ledger } = await library('ledger/dist/application/ledger.js');
const { KEYRING_URL } = await library('vault/dist/infrastructure/keyring.store.js');
const { SessionAuthenticator } = await library(
  'identity/dist/application/session-authenticator.js',
);
const { ReleaseDisbursementUseCase } = await library(
  'disbursements/dist/application/release-disbursement.use-case.js',
);
const entities = (await Promise.all(plan.entities.map((url) => import(url)))).flatMap((module) =>
  Object.values(module).filter((value) => typeof value === 'function'),
);
const dataSource = createDataSource({ url: plan.addresses.appUrl, poolSize: 4, entities });
await dataSource.initialize();
const serverKeys = Object.fromEntries(
  Object.entries(plan.serverKeys).map(([name, key]) => [name, Buffer.from(key, 'base64')]),
);
const values = new Map([
  [DataSource, dataSource],
  [KinwardLogger, { info() {}, warn() {}, error() {} }],
  [tokens.CLOCK, new SystemClock()],
  [tokens.ID_GENERATOR, new SystemIdGenerator()],
  [tokens.APP_CONFIG, { home: plan.home }],
  [tokens.SERVER_KEYS, serverKeys],
  [KEYRING_URL, plan.addresses.keyringUrl],
]);
const get = (token) => {
  if (!values.has(token)) {
    const Class = token === AuditTrail ? ChainedAuditTrail : token;
    const types = Reflect.getMetadata('design:paramtypes', Class) ?? [];
    values.set(token, new Class(...types.map((type, at) => get(tokensOf(Class)[at] ?? type))));
  }
  return values.get(token);
};

const unitOfWork = get(UnitOfWork);
const ids = get(tokens.ID_GENERATOR);
values.set(Ledger, new Ledger(unitOfWork, get(tokens.CLOCK), () => ids.next()));
const sessions = get(SessionAuthenticator);
const release = get(ReleaseDisbursementUseCase);
// The canary's server has forgotten how to recognise a command that it has done before.
if (!plan.replays) get(CommandReplay).once = (_command, work) => work();

const server = createServer(async (request, response) => {
  const chunks = await request.toArray();
  const { variables } = JSON.parse(Buffer.concat(chunks).toString());
  const session = await sessions.authenticate(request.headers.authorization);
  const { organizationId, personId } = session.actor;
  try {
    const result = await unitOfWork.run({ organizationId, personId }, () =>
      release.execute(session.actor, variables.input),
    );
    const answer = result.ok
      ? { __typename: 'DisbursementChanged', ...result.value }
      : { __typename: result.error.kind, ...result.error };
    // The canary's server dies where nobody can know what it did.
    if (plan.isMute) return;
    response.end(JSON.stringify({ data: { releaseDisbursement: answer } }));
  } catch (error) {
    response.writeHead(500).end(String(error?.stack));
  } finally {
    session.wipe();
  }
});
// A process that is killed never gets to store what it compiled.
flushCompileCache();
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit(0));
