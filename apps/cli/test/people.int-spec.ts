import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOperatorBench, type OperatorBench } from './test-support/run-cli.js';

describe('people and organisations', () => {
  let bench: OperatorBench;

  beforeAll(async () => {
    bench = await openOperatorBench();
    await bench.json('keys', 'init', '--out', bench.keys, '--trustees', '2');
  }, 60_000);

  afterAll(() => bench.close());

  const enrol = (email: string, ...more: string[]) => [
    ...['people', 'enrol', '--organisation', 'lantern', '--email', email],
    ...['--name', 'Demo-Somebody', '--role', 'CASEWORKER', ...more],
  ];

  it('certifies somebody on probation for probation only, also after a suspension', async () => {
    const { personId } = await bench.json(...enrol('demo-probation@one.example', '--probation'));
    const who = ['--person', personId];
    const keys = [1, 2].flatMap((n) => [
      '--trustee-key',
      join(bench.keys, `trustee-${String(n)}.key`),
    ]);

    const certificate = await bench.json('people', 'certify', ...who, ...keys);
    await bench.json('people', 'suspend', ...who);
    const back = await bench.json('people', 'resume', ...who);

    expect(certificate.level).toBe('PROBATION');
    const year = 365 * 24 * 60 * 60 * 1000;
    const validFor = Date.parse(certificate.notAfter) - Date.now();
    expect(Math.abs(validFor - year)).toBeLessThan(2 * 24 * 60 * 60 * 1000);
    expect(back.standing).toBe('PROBATION');
  }, 60_000);

  it.each([
    ['an address that is none', enrol('demo-nobody'), 'not an e-mail address'],
    [
      'an unknown organisation',
      ['people', 'enrol', '--organisation', 'demo-none', ...enrol('demo-x@one.example').slice(4)],
      'no organisation of that code',
    ],
    ['a demo address in production', enrol('caseworker@lantern.example'), 'belongs to the demo'],
    ['an unknown person', ['people', 'suspend', '--person', 'demo-unknown'], 'no such person'],
    [
      'a code taken',
      [
        'organisations',
        'add',
        '--code',
        'lantern',
        '--name',
        'Demo',
        '--jurisdiction',
        'by',
        '--time-zone',
        'UTC',
      ],
      'that code already',
    ],
    [
      'a zone that is none',
      [
        'organisations',
        'add',
        '--code',
        'demo-two',
        '--name',
        'Demo',
        '--jurisdiction',
        'by',
        '--time-zone',
        'Nowhere',
      ],
      'timeZone',
    ],
  ])('refuses %s with one sentence', async (_, args, sentence) => {
    const outcome = await bench.run(...args);

    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(sentence);
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('refuses to work in production on a database that holds the demo', async () => {
    await bench.database.asOperator(`INSERT INTO installation_fact VALUES ('demo', 'FINISHED')`);
    try {
      const outcome = await bench.run(...enrol('demo-late@one.example'));
      expect(outcome).toMatchObject({ code: 1, stdout: '' });
      expect(outcome.stderr).toContain('holds the demo');
    } finally {
      await bench.database.asOperator('DELETE FROM installation_fact');
    }
  });

  it('says in one sentence that a database cannot be reached', async () => {
    const lost = await openOperatorBench({ DATABASE_URL: 'postgres://demo@127.0.0.1:1/none' });
    const outcome = await lost.run('verify', 'audit');
    await lost.close();

    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('nobody answers');
  });
});
