import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { askPings, type PingUrgency } from '@kinward/notifications';
import { SystemIdGenerator } from '@kinward/platform';
import { testServerKeys } from '@kinward/testing';
import { clearPings, sendPingsJob } from './ping.jobs.js';
import { statementsOf } from './statements-of.js';
import { startMailServer, type MailServer } from './test-support/mail-server.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

const FROM = 'desk@demo.example';
/** A line of the mail that differs each time. */
const OWN_LINES = /^(To|Message-ID|Date|Content-Type|Received): .*$/gim;

describe('pings', () => {
  let bench: WorkerBench;
  let server: MailServer;
  let people: string[];
  let organizationId: string;

  beforeAll(async () => {
    bench = await openWorkerBench();
    server = await startMailServer();
    organizationId = bench.organizations.get('lantern') ?? '';
    const rows = await bench.database.asOperator<{ id: string }>(
      'SELECT id FROM person WHERE organization_id = $1 ORDER BY id',
      [organizationId],
    );
    people = rows.map(({ id }) => id);
  });

  afterAll(async () => {
    await server.stop();
    await bench.close();
  });

  beforeEach(async () => {
    server.mails.length = 0;
    server.reply = 250;
    await bench.database.asOperator('DELETE FROM ping; DELETE FROM duty_shift');
  });

  afterEach(() => bench.database.asOperator(`UPDATE person SET standing = 'ACTIVE'`));

  const mail = (port = server.port) => ({
    settings: { url: `smtp://127.0.0.1:${String(port)}`, from: FROM },
    serverKeys: testServerKeys,
  });
  const send = (port?: number) =>
    sendPingsJob(mail(port)).run({ pool: bench.pool, clock: bench.clock, ids: {} });
  const ask = (personIds: readonly string[], urgency: PingUrgency = 'NOW') =>
    askPings(
      { organizationId, personIds, urgency },
      { db: statementsOf(bench.pool), now: bench.clock.now(), ids: new SystemIdGenerator() },
    );
  const onDuty = (...ids: (string | undefined)[]) =>
    bench.database.asOperator(
      `INSERT INTO duty_shift (person_id, organization_id, from_at, until_at)
       SELECT id, $1, $3::timestamptz - interval '1 hour', $3::timestamptz + interval '8 hours'
       FROM unnest($2::uuid[]) AS id`,
      [organizationId, ids, bench.clock.now()],
    );
  const states = async () => {
    const rows = await bench.database.asOperator<{ state: string }>(
      'SELECT state FROM ping ORDER BY asked_at, state',
    );
    return rows.map(({ state }) => state);
  };
  const dueInMinutes = async () => {
    const rows = await bench.database.asOperator<{ minutes: string }>(
      `SELECT extract(epoch FROM due_at - $1::timestamptz) / 60 AS minutes FROM ping`,
      [bench.clock.now()],
    );
    return rows.map(({ minutes }) => Number(minutes));
  };

  it('reach people on duty at once, and nobody twice for two reasons', async () => {
    await onDuty(people[0], people[1]);
    expect(await ask(people.slice(0, 2))).toBe(2);
    expect(await ask(people.slice(0, 2))).toBe(0);

    expect(await send()).toBe(2);
    expect(await send()).toBe(0);
    expect(new Set(server.mails.map(({ to }) => to)).size).toBe(2);
    expect(await states()).toEqual(['SENT', 'SENT']);
  });

  it('all look the same, to the byte, and name nothing', async () => {
    await onDuty(...people.slice(0, 3));
    await ask(people.slice(0, 3));
    await send();
    const [first = ''] = server.mails.map(({ text }) => text.replace(OWN_LINES, ''));

    for (const { text } of server.mails) expect(text.replace(OWN_LINES, '')).toBe(first);
    expect(first).toContain('There is something to look at');
    expect(first).not.toMatch(/kinward|lantern|nodemailer|http|[0-9a-f]{8}-[0-9a-f]{4}-/i);
    expect(
      new Set(server.mails.map((one) => /^Message-ID: (.*)$/im.exec(one.text)?.[1])).size,
    ).toBe(3);
  });

  it('wait for the next hour and up to twenty minutes for everybody else, and come at most hourly', async () => {
    await ask(people.slice(0, 1), 'NOW');
    await ask(people.slice(1, 2), 'DIGEST');
    const toNextHour = 60 - ((bench.clock.now().getTime() / 60_000) % 60);
    for (const minutes of await dueInMinutes()) {
      expect(minutes).toBeGreaterThanOrEqual(toNextHour - 0.1);
      expect(minutes).toBeLessThanOrEqual(toNextHour + 20.1);
    }
    expect(await send()).toBe(0);
    bench.clock.advance({ minutes: 81 });
    expect(await send()).toBe(2);
    await bench.database.asOperator('DELETE FROM ping WHERE person_id = $1', [people[1]]);

    await ask(people.slice(0, 1), 'DIGEST');
    expect((await dueInMinutes()).some((minutes) => minutes >= 59.9)).toBe(true);
  });

  it('that wait are covered by a mail that goes at once', async () => {
    await ask(people.slice(0, 1), 'DIGEST');
    await onDuty(people[0]);
    await ask(people.slice(0, 1), 'NOW');
    expect(await send()).toBe(1);

    expect(await states()).toEqual(['SENT', 'SENT']);
  });

  it('put off by the server are tried again later, with the same Message-ID, until it takes them', async () => {
    await onDuty(people[0]);
    await ask(people.slice(0, 1));
    server.reply = 451;
    expect(await send()).toBe(0);
    expect(await states()).toEqual(['WAITING']);
    server.reply = 250;
    expect(await send()).toBe(0);
    bench.clock.advance({ minutes: 2 });

    expect(await send()).toBe(1);
    expect(server.mails).toHaveLength(1);
  });

  it('refused by the server are over, and the others still go', async () => {
    await onDuty(people[0], people[1]);
    await ask(people.slice(0, 1));
    server.reply = 550;
    await send();
    server.reply = 250;
    await ask(people.slice(1, 2));
    await send();

    expect((await states()).sort()).toEqual(['FAILED', 'SENT']);
  });

  it('survive a mail server that is down', async () => {
    await onDuty(...people.slice(0, 3));
    await ask(people.slice(0, 3));
    const other = await startMailServer();
    const { port } = other;
    await other.stop();
    expect(await send(port)).toBe(0);
    expect(await states()).toEqual(['WAITING', 'WAITING', 'WAITING']);
    bench.clock.advance({ minutes: 2 });

    expect(await send()).toBe(3);
  });

  it('are given up after the last attempt, and stay to be seen', async () => {
    await onDuty(people[0]);
    await ask(people.slice(0, 1));
    server.reply = 451;
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await send();
      bench.clock.advance({ minutes: 241 });
    }

    expect(await states()).toEqual(['FAILED']);
    const [row] = await bench.database.asOperator('SELECT seen_at FROM ping');
    expect(row).toEqual({ seen_at: null });
  });

  it('of a process that died are repeated once its claim is over, with the mark of the first', async () => {
    await onDuty(people[0]);
    await ask(people.slice(0, 1));
    await send();
    // As if the process had died between the server's answer and its own note.
    await bench.database.asOperator(
      `UPDATE ping SET state = 'SENDING', settled_at = NULL, claimed_until = $1`,
      [new Date(bench.clock.now().getTime() + 10 * 60_000)],
    );
    expect(await send()).toBe(0);
    bench.clock.advance({ minutes: 11 });
    expect(await send()).toBe(1);

    const marks = server.mails.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
    expect(marks).toHaveLength(2);
    expect(new Set(marks).size).toBe(1);
  });

  it('do not reach suspended people or other organisations', async () => {
    const [first, second] = people;
    await onDuty(first, second);
    await ask([first ?? '']);
    await bench.database.asOperator(
      `UPDATE person SET standing = 'SUSPENDED' WHERE id = ANY ($1)`,
      [[first, second]],
    );
    expect(await ask([second ?? ''])).toBe(0);
    const foreign = await bench.database.asOperator<{ id: string }>(
      'SELECT id FROM person WHERE organization_id <> $1',
      [organizationId],
    );
    expect(await ask(foreign.map(({ id }) => id))).toBe(0);

    expect(await send()).toBe(0);
    expect(server.mails).toEqual([]);
  });

  it('wait in the app where no mail server is set', async () => {
    await onDuty(people[0]);
    await ask(people.slice(0, 1));
    expect(await sendPingsJob(null).run({ pool: bench.pool, clock: bench.clock, ids: {} })).toBe(0);

    expect(await states()).toEqual(['WAITING']);
  });

  it('are sent once by two workers side by side', async () => {
    await onDuty(...people);
    await ask(people);
    const sent = await Promise.all([send(), send(), send()]);

    expect(sent.reduce((one, other) => one + other)).toBe(people.length);
    expect(new Set(server.mails.map(({ to }) => to)).size).toBe(people.length);
    expect(server.mails).toHaveLength(people.length);
  });

  it('are forgotten after a month', async () => {
    await ask(people.slice(0, 1));
    const context = { pool: bench.pool, clock: bench.clock, ids: {} };
    expect(await clearPings.run(context)).toBe(0);
    bench.clock.advance({ days: 31 });

    expect(await clearPings.run(context)).toBe(1);
  });

  it('give the worker one sealed address at a time, and none without a ping in hand', async () => {
    await expect(bench.pool.query('SELECT email_sealed FROM credential')).rejects.toMatchObject({
      code: '42501',
    });
    await ask(people.slice(0, 1));
    const { rows: waiting } = await bench.pool.query(
      'SELECT a.person_id FROM ping, ping_address(id) AS a',
    );
    expect(waiting).toEqual([]);
    await bench.pool.query(
      `UPDATE ping SET state = 'SENDING', claimed_until = now() + interval '1 hour'`,
    );
    const { rows } = await bench.pool.query<{ email_sealed: Buffer }>(
      'SELECT a.email_sealed FROM ping, ping_address(id) AS a',
    );

    expect(rows).toHaveLength(1);
    expect(rows[0]?.email_sealed.toString('utf8')).not.toContain('example');
  });
});
