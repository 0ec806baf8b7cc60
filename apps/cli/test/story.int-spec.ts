import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from './test-support/run-cli.js';

const PROGRAM = resolve(import.meta.dirname, '../dist/main.js');
/** A quiet machine takes half a minute; tests share theirs with others. */
const MOST_SECONDS = 240;
const PATIENCE_MS = 300_000;

const STEPS = [
  'HOUSE/SYNTHETIC',
  'HOUSE/DATABASE_READY',
  'HOUSE/DESK_SET_UP',
  'HOUSE/SERVER_READY',
  'HOUSE/SIGNED_IN',
  'ARRIVES/INBOXES_OPENED',
  'ARRIVES/FILE_READ',
  'ARRIVES/FILE_READ_AGAIN',
  'SCREENED/INBOX_SEEN',
  'SCREENED/CARD_OPENED',
  'SCREENED/REQUEST_ACCEPTED',
  'SCREENED/CASE_ACTIVE',
  'SCREENED/NEED_APPROVED',
  'MONEY_IN/GRANT_ARRIVED',
  'MONEY_IN/GIFT_PAID',
  'MONEY_IN/GIFT_ARRIVED',
  'FUNDED/MATCHED',
  'FUNDED/RESERVED',
  'FUNDED/RESERVED',
  'SIGNED/PAYOUT_DRAFTED',
  'SIGNED/SELF_RELEASE_REFUSED',
  'SIGNED/PAYOUT_SIGNED',
  'SIGNED/PAYOUT_DRAFTED',
  'SIGNED/PAYOUT_SIGNED',
  'DISPATCHED/TASK_OPEN',
  'DISPATCHED/TASK_RACED',
  'DISPATCHED/DETAILS_OPENED',
  'DISPATCHED/TASK_REPORTED',
  'DISPATCHED/TASK_VERIFIED',
  'CONFIRMED/DELIVERED',
  'CONFIRMED/WORD_GUESSED',
  'CONFIRMED/WORD_SAID',
  'CONFIRMED/DONOR_READS',
  'ATTACKED/LOOT',
  'ATTACKED/NOTHING_FOUND',
  'ATTACKED/CONTROL_FOUND',
  'VERIFIED/DISCLOSURES',
  'VERIFIED/LEDGER',
  'VERIFIED/AUDIT',
  'VERIFIED/END',
];

describe('the story', () => {
  let temporary: string;
  beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), 'kinward-story-test-'));
    // The database's own user has to get through.
    chmodSync(temporary, 0o711);
  });
  afterAll(() => {
    rmSync(temporary, { recursive: true, force: true });
  });

  it(
    'is told to its end by the program, with what really happened, and leaves nothing behind',
    async () => {
      const { code, stdout, stderr } = await runCli(['story', '--json', '--seed', '11'], {
        TMPDIR: temporary,
      });
      expect(`${String(code)} ${stderr}`).toBe('0 ');
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      const facts = (step: string) => lines.find((line) => line['step'] === step);

      expect(lines.map((line) => `${String(line['chapter'])}/${String(line['step'])}`)).toEqual(
        STEPS,
      );
      expect(facts('FILE_READ')).toMatchObject({
        rows: 12,
        accepted: 10,
        toCorrect: 1,
        refused: 1,
      });
      expect(facts('FILE_READ_AGAIN')).toMatchObject({ accepted: 0 });
      expect(facts('NEED_APPROVED')).toMatchObject({ code: 'LIV-FOOD', approvers: 2 });
      expect(facts('GIFT_ARRIVED')).toMatchObject({ state: 'SUCCEEDED' });
      expect(facts('SELF_RELEASE_REFUSED')).toMatchObject({ reason: 'SELF_RELEASE' });
      expect(facts('PAYOUT_SIGNED')).toMatchObject({ people: 4, state: 'RELEASED' });
      expect(facts('TASK_RACED')).toMatchObject({ claims: 10, winners: 1, others: 'TAKEN' });
      expect(facts('TASK_REPORTED')).toMatchObject({ detailsNow: 'NOT_FOUND' });
      expect(facts('WORD_GUESSED')).toMatchObject({ needState: 'DELIVERED' });
      expect(facts('WORD_SAID')).toMatchObject({ needState: 'CONFIRMED' });
      expect(facts('DONOR_READS')?.['parts']).toContain('CONFIRMED (LIV)');
      expect(facts('NOTHING_FOUND')).toMatchObject({ hits: 0 });
      expect(Number(facts('NOTHING_FOUND')?.['secrets'])).toBeGreaterThan(60);
      expect(facts('DISCLOSURES')).toMatchObject({ entries: 4, openings: 4, purged: 1 });
      expect(facts('LEDGER')).toMatchObject({ broken: 0 });
      expect(facts('AUDIT')).toMatchObject({ broken: 0 });
      expect(readdirSync(temporary)).toEqual([]);
      const seconds = Number(facts('END')?.['seconds']);
      process.stdout.write(`the story took ${seconds.toFixed(1)} s\n`);
      expect(seconds).toBeLessThan(MOST_SECONDS);
    },
    PATIENCE_MS,
  );

  it(
    'stops with a plain sentence and exit code 1 at a step that does not hold',
    async () => {
      const file = join(temporary, 'export.csv');
      writeFileSync(file, '"Demo-heading"\r\n"Demo-cell"\r\n');
      const { code, stdout, stderr } = await runCli(['story', '--file', file], {
        TMPDIR: temporary,
      });
      rmSync(file);

      expect(code).toBe(1);
      expect(stderr).toBe(
        'That is no export of the intake form: it has no question for consent.\n',
      );
      expect(stdout).toMatch(/^\nA house of its own\n +\d+\.\d s {2}Everything here is invented/);
      expect(stdout).toMatch(/\nA request arrives\n.*inboxes are open.*\n$/);
      expect(stdout).not.toContain('\u001b');
      expect(readdirSync(temporary)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'leaves nothing behind on Ctrl-C',
    async () => {
      const child = spawn(process.execPath, [PROGRAM, 'story', '--json'], {
        env: { TMPDIR: temporary },
      });
      const ended = new Promise((finish) => child.once('close', finish));
      let stdout = '';
      child.stdout.on('data', (chunk: Buffer) => {
        stdout += chunk.toString();
        if (stdout.includes('DATABASE_READY')) child.kill('SIGINT');
      });

      expect(await ended).toBe(130);
      expect(readdirSync(temporary)).toEqual([]);
      expect(stdout).not.toContain('"END"');
    },
    PATIENCE_MS,
  );
});
