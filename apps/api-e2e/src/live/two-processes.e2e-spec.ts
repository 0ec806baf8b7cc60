import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@kinward/platform';
import { startWorker, type RunningWorker } from '@kinward/runtime';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import { liveServers, type LiveServer, type LiveServers } from './test-support/live-servers.js';
import { ReturningClient } from './test-support/returning-client.js';

const CLIENTS = 500;
/** Tabs of one person: as many as one process allows, since all end up on the same one. */
const TABS = 8;
const EVENTS = 150;
const KILLED_AT = 60;
const PATIENCE_MS = 45_000;

describe('two processes of the API with 500 screens', () => {
  let database: TestDatabase;
  let processes: LiveServers;
  let servers: LiveServer[];
  let worker: RunningWorker;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'kinward-two-processes-'));
    const { workerUrl } = database.addresses;
    const logger = createLogger(join(folder, 'worker.log'));
    worker = await startWorker({ workerUrl, logger, jobs: [] });
    const people = Math.ceil(CLIENTS / TABS);
    processes = liveServers(database);
    servers = await Promise.all([processes.start(people), processes.start()]);
  });

  afterAll(async () => {
    processes.close();
    await worker.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const publish = (mark: number) =>
    database.asOperator(
      `INSERT INTO outbox (organization_id, topic, payload)
       SELECT id, 'need', jsonb_build_object('mark', $1::text) FROM organization WHERE code = 'lantern'`,
      [String(mark)],
    );

  it('no screen misses anything or hears it twice when one is killed while news flow', async () => {
    const [first, second] = servers as [LiveServer, LiveServer];
    const tokens = first.tokens;
    const clients = Array.from({ length: CLIENTS }, (_, index) => {
      const token = tokens[index % tokens.length] ?? '';
      const urls = index % 2 === 0 ? [first.url, second.url] : [second.url, first.url];
      return new ReturningClient(urls, token, index >= 4);
    });
    for (let at = 0; at < CLIENTS; at += 50) {
      await Promise.all(clients.slice(at, at + 50).map((client) => client.start()));
    }
    let killing: Promise<void> | undefined;
    for (let mark = 0; mark < EVENTS; mark += 1) {
      await publish(mark);
      if (mark === KILLED_AT) killing = first.kill();
      await sleep(15);
    }
    await killing;
    // Four screens forget their cursor on the way, two of them on the process that is killed.
    const careful = clients.slice(4);
    const deadline = Date.now() + PATIENCE_MS;
    while (careful.some(({ marks }) => marks.length < EVENTS) && Date.now() < deadline) {
      await sleep(50);
    }
    await publish(EVENTS);
    await sleep(500);
    await Promise.all(clients.map((client) => client.stop()));

    const whole = Array.from({ length: EVENTS }, (_, mark) => mark).join();
    const upToTheEnd = (client: ReturningClient) => client.marks.slice(0, EVENTS).join();
    expect(careful.filter((client) => upToTheEnd(client) !== whole)).toHaveLength(0);
    expect(careful.filter(({ marks }) => marks.length > EVENTS + 1)).toHaveLength(0);
    expect(careful.filter(({ returns }) => returns > 1).length).toBeGreaterThanOrEqual(248);
    // The canary: without its cursor a screen that had to come back has missed something.
    const forgetful = clients.slice(0, 4).filter((client) => upToTheEnd(client) !== whole);
    expect(forgetful).toHaveLength(2);
  });
});
