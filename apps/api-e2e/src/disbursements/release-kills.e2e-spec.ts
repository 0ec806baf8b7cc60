import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkInvariants } from '@kinward/ledger';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import pg from 'pg';
import { books, CHANGED, key, openFund, type AnyAnswer } from './disbursement-scene.js';
import { approvedPayouts } from './test-support/approved-payouts.js';
import type { Mortal } from './test-support/mortal.js';
import { sendRelease, type ReleaseCommand } from './test-support/send-release.js';
import { mortals, type Mortals } from './test-support/release-servers.js';

/** All of D4 takes six minutes of two processors; without `KINWARD_LONG_TESTS` a fifth of it is done. */
const isWhole = process.env['KINWARD_LONG_TESTS'] === 'on';
const COUNT = isWhole ? 1_000 : 200;
const KILLS = isWhole ? 300 : 60;
const NEEDS = isWhole ? 20 : 4;
/** Minor units of one payout; together they are all that their needs ask for. */
const EACH = 800;
const CLIENTS = 4;
/** Servers that start while another one works. */
const SPARES = 2;
/** Milliseconds after the last of its answers at which a server is killed, at most. */
const LONGEST_GRACE = 25;
/** Milliseconds after which a server is killed although it has not got as far as it should. */
const PATIENCE = 3_000;
const WORKER_KILLS = isWhole ? 20 : 6;
/** Of the answered commands, each one in so many is sent once more at the end. */
const REPEATED = 5;

describe('servers that are killed while they release payouts: D4', () => {
  let desk: TestDesk;
  let processes: Mortals;
  let commands: ReleaseCommand[];
  let fundId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    processes = mortals(desk);
    fundId = await openFund(desk, COUNT * EACH);
    const order = { fundId, count: COUNT / NEEDS, each: EACH };
    const needs = Array.from({ length: NEEDS }, () => approvedPayouts(desk, order));
    commands = (await Promise.all(needs)).flat().map(({ disbursementId, caseId }) => {
      const rails = [{ kind: 'CARD', value: `Demo-Card ${caseId}` }];
      return { commandKey: key(), disbursementId, version: 1, rails };
    });
  }, 240_000);

  afterAll(async () => {
    await processes.close();
    await desk.close();
  });

  /** Sends every command until it is answered, to servers that die all the time. */
  const releaseAll = async (): Promise<{ answers: Map<string, AnyAnswer>; hits: number }> => {
    const { token } = await desk.as('finance-officer');
    const waiting = [...commands];
    const answers = new Map<string, AnyAnswer>();
    let live = Promise.withResolvers<{ readonly port?: number }>();
    let inFlight = 0;
    const client = async (): Promise<void> => {
      for (let command = waiting.pop(); command !== undefined; command = waiting.pop()) {
        while (!answers.has(command.commandKey)) {
          const { port } = await live.promise;
          inFlight += 1;
          const answer = await sendRelease({ port, token }, command);
          inFlight -= 1;
          if (answer !== null) answers.set(command.commandKey, answer);
        }
      }
    };
    /** One server after the other; payouts must last as long as the killing does. */
    const killing = async (): Promise<number> => {
      const spares = Array.from({ length: SPARES }, () => processes.server());
      let hits = 0;
      for (let kills = 0; ; kills += 1) {
        const server = spares.shift() as Mortal;
        live.resolve(await server.isReady);
        if (kills === KILLS) return hits;
        spares.push(processes.server());
        const share = (COUNT - answers.size) / (KILLS - kills);
        const wanted = Math.min(COUNT, answers.size + Math.random() * 2 * share);
        const deadline = Date.now() + PATIENCE;
        while (answers.size < wanted && Date.now() < deadline) await sleep(1);
        await sleep(Math.random() * LONGEST_GRACE);
        live = Promise.withResolvers();
        if (inFlight > 0) hits += 1;
        await server.kill();
      }
    };
    const [hits] = await Promise.all([killing(), ...Array.from({ length: CLIENTS }, client)]);
    return { answers, hits };
  };

  /** Lets workers tell the news and die of it; gives what was heard. */
  const tellNews = async (): Promise<string[]> => {
    const heard: string[] = [];
    const listener = new pg.Client({ connectionString: desk.database.addresses.workerUrl });
    await listener.connect();
    listener.on('notification', ({ payload = '[]' }) => {
      const events = JSON.parse(payload) as { ids: Record<string, string> | null }[];
      for (const { ids } of events) {
        if (ids?.['action'] === 'DISBURSEMENT_RELEASE') heard.push(ids['disbursementId'] ?? '');
      }
    });
    await listener.query('LISTEN kinward_events');
    for (let kills = 0; kills < WORKER_KILLS; kills += 1) {
      const worker = processes.worker();
      await worker.isReady;
      await sleep(Math.random() * 30);
      await worker.kill();
    }
    // A worker ends, too, where the one before has not been buried yet.
    while ((await desk.database.asOperator('SELECT FROM outbox LIMIT 1')).length > 0) {
      await processes.worker().hasExited;
    }
    await listener.query('SELECT 1');
    await listener.end();
    return heard;
  };

  it('let each go once: books, news, audit and needs agree, and repetitions get the first answer', async () => {
    const { answers, hits } = await releaseAll();

    expect(hits).toBeGreaterThan(KILLS / 4);
    expect([...answers.values()].filter(({ state }) => state !== 'RELEASED')).toEqual([]);
    const ids = commands.map(({ disbursementId }) => disbursementId);
    const once = { count: COUNT, distinct: COUNT, sum: String(COUNT * EACH) };
    const none = { ...once, sum: null };
    const counted = async (things: string, subject: string, amount = 'NULL::int') => {
      const [row] = await desk.database.asOperator(
        `SELECT count(*)::int AS count, count(DISTINCT ${subject})::int AS distinct, sum(${amount})::text AS sum
         FROM ${things}`,
        things.includes('$1') ? [ids] : [],
      );
      return row;
    };
    expect(await counted(`ledger_transfer WHERE code = 'RELEASE'`, 'pending_id', 'amount')).toEqual(
      once,
    );
    expect(await counted(`ledger_transfer WHERE code = 'PAYMENT'`, 'id', 'amount')).toEqual(once);
    const released = `disbursement WHERE id = ANY($1) AND state = 'RELEASED'`;
    expect(await counted(released, 'release_transfer_id', 'amount_minor')).toEqual(once);
    expect(await counted(released, 'payment_transfer_id', 'amount_minor')).toEqual(once);
    const told = `outbox WHERE payload ->> 'action' = 'DISBURSEMENT_RELEASE'`;
    expect(await counted(told, `payload ->> 'disbursementId'`)).toEqual(none);
    expect(
      await counted(`audit_entry WHERE action = 'DISBURSEMENT_RELEASE'`, 'subject_id'),
    ).toEqual(none);
    const signed = `disbursement_signature WHERE act = 'RELEASED' AND disbursement_id = ANY($1)`;
    expect(await counted(signed, 'disbursement_id')).toEqual(none);
    const used = 'rail_use WHERE used_on IS NOT NULL AND disbursement_id = ANY($1)';
    expect(await counted(used, 'disbursement_id')).toEqual(none);
    const moved = `disbursement_transition WHERE transition = 'RELEASE' AND disbursement_id = ANY($1)`;
    expect(await counted(moved, 'disbursement_id', 'amount_minor')).toEqual(once);
    expect(
      await desk.database.asOperator(
        `SELECT n.reserved_minor::int AS reserved, n.released_minor::int AS released, count(*)::int AS needs
         FROM need n WHERE n.id IN (SELECT need_id FROM disbursement WHERE id = ANY($1)) GROUP BY 1, 2`,
        [ids],
      ),
    ).toEqual([{ reserved: 0, released: (COUNT / NEEDS) * EACH, needs: NEEDS }]);

    const heard = await tellNews();

    expect(heard.toSorted()).toEqual(ids.toSorted());
    expect(await books(desk, fundId)).toMatchObject({ FUND: 0n, SET_ASIDE: 0n });
    // The whole server, with GraphQL and guards, answers as the first answer was.
    const officer = await desk.as('finance-officer');
    for (const command of commands.filter((_, at) => at % REPEATED === 0)) {
      const again = await officer.ask('mutation', 'releaseDisbursement', command, CHANGED);
      const first = answers.get(command.commandKey);
      expect(again).toMatchObject({ disbursementId: first.disbursementId, state: first.state });
    }
    const runner = {
      query: <Row>(sql: string, parameters: readonly unknown[] = []) =>
        desk.database.asOperator(sql, [...parameters]) as unknown as Promise<Row[]>,
    };
    const invariants = await checkInvariants(runner, desk.clock.now());
    expect(invariants.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
    expect(invariants.length).toBeGreaterThan(10);
  }, 600_000);
});
