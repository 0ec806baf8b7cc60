import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StatementRunner } from '@kinward/platform';
import fc from 'fast-check';
import pg from 'pg';
import { NO_TOTALS } from '../src/domain/account.js';
import { Ledger } from '../src/index.js';
import { openBooks, type TestBooks } from './test-support/books.js';
import { ModelBooks, type ModelAccounts } from './test-support/model-books.js';
import { program, type Command } from './test-support/model-program.js';

/* eslint-disable kinward/no-process-env -- a longer run of a test is no setting of the product */
/** Two minutes of two processors and more; without `KINWARD_LONG_TESTS` less than half of it is done. */
const isWhole = process.env['KINWARD_LONG_TESTS'] === 'on';
/** security.md test D3; KINWARD_MODEL_PROGRAMS=n runs another number. */
const PROGRAMS = Number(process.env['KINWARD_MODEL_PROGRAMS'] ?? (isWhole ? 2_000 : 800));
/* eslint-enable kinward/no-process-env */
/** Programs run side by side. */
const LANES = 4;
const TIMEOUT_MS = 600_000;

interface Lane {
  readonly client: pg.Client;
  readonly db: StatementRunner;
  readonly ledger: Ledger;
  readonly organizationId: string;
}

describe('the ledger and its model', () => {
  let books: TestBooks;
  let lanes: Lane[];

  beforeAll(async () => {
    books = await openBooks();
    lanes = await Promise.all(Array.from({ length: LANES }, () => openLane(books)));
  });

  afterAll(async () => {
    for (const { client } of lanes) await client.end();
    await books.close();
  });

  it(
    `agree after every step of ${String(PROGRAMS)} programs`,
    async () => {
      let steps = 0;
      const answers = new Map<string, number>();
      const runs = lanes.map((lane) =>
        fc.assert(
          fc.asyncProperty(program, async (commands) => {
            for (const answer of await runProgram(lane, commands)) {
              steps += 1;
              answers.set(answer, (answers.get(answer) ?? 0) + 1);
            }
          }),
          { numRuns: Math.ceil(PROGRAMS / LANES) },
        ),
      );
      await Promise.all(runs);

      // A run that never meets a refusal would show little.
      const expected = ['OK', 'INSUFFICIENT_FUNDS', 'MORE_THAN_RESERVED', 'POST', 'VOID', 'REPLAY'];
      for (const answer of [...expected, 'MORE_THAN_REVERSIBLE', 'REPLAYED_WITH_OTHER_CONTENT']) {
        expect([answer, (answers.get(answer) ?? 0) > PROGRAMS / 20]).toEqual([answer, true]);
      }
      expect(steps).toBeGreaterThan(PROGRAMS * 10);
    },
    TIMEOUT_MS,
  );

  it('are seen to disagree where money appears beside a transfer', async () => {
    const [lane] = lanes;
    if (lane === undefined) throw new Error('no lane');
    const plant = ({ funds }: ModelAccounts) =>
      lane.client.query(
        `INSERT INTO ledger_delta (organization_id, account_id, debits_pending, debits_posted, credits_pending,
           credits_posted) VALUES ($1, $2, 0, 0, 0, 1)`,
        [lane.organizationId, funds[0]],
      );
    const grant: Command = { kind: 'grant', fund: 0, amount: 5n };

    await expect(runProgram(lane, [grant], plant)).rejects.toThrow();
    await expect(runProgram(lane, [grant])).resolves.toEqual(['OK']);
  });
});

async function openLane(books: TestBooks): Promise<Lane> {
  const { database, organizationId, clock } = books;
  const client = new pg.Client({ connectionString: database.addresses.appUrl });
  await client.connect();
  await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
  const db = prepared(client);
  return { client, db, ledger: new Ledger(db, clock, randomUUID), organizationId };
}

/** Accounts of the program alone: it meets neither rows nor remains of others. */
async function openAccounts({ db, organizationId }: Lane): Promise<ModelAccounts> {
  const ids = Array.from({ length: 6 }, () => randomUUID());
  const [one = '', two = '', bank = '', stripe = '', payable = '', receivable = ''] = ids;
  const isLimited = ids.map((id) => id === one || id === two);
  await db.query(
    `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, opened_at)
     SELECT id, $1, id::text, 'FUND', 'EUR', limited, now() FROM unnest($2::uuid[], $3::boolean[]) AS a (id, limited)`,
    [organizationId, ids, isLimited],
  );
  return { funds: [one, two], bank, stripe, payable, receivable };
}

/** Runs in one transaction that is undone. Returns what each command was answered. */
async function runProgram(
  lane: Lane,
  commands: readonly Command[],
  first: (accounts: ModelAccounts) => Promise<unknown> = () => Promise.resolve(),
): Promise<readonly string[]> {
  const answers: string[] = [];
  await lane.client.query('BEGIN');
  try {
    const accounts = await openAccounts(lane);
    const model = new ModelBooks(accounts);
    await first(accounts);
    for (const command of commands) {
      const step = model.take(command);
      if (step === null) continue;
      const outcome = await lane.ledger.book(lane.organizationId, step.orders);
      expect(answerOf(outcome)).toBe(step.answer);
      await compare(lane, model);
      answers.push(step.answer);
    }
    return answers;
  } finally {
    await lane.client.query('ROLLBACK');
  }
}

async function compare({ ledger, organizationId }: Lane, model: ModelBooks): Promise<void> {
  const ids = [...model.sums.keys()];
  const totals = await ledger.totals(organizationId, ids);
  const all = ids.map((id) => {
    const { debitsPending, debitsPosted, creditsPending, creditsPosted } =
      totals.get(id) ?? NO_TOTALS;
    return [debitsPending, debitsPosted, creditsPending, creditsPosted];
  });
  // Texts, because the matcher takes longer over a map than the database over the step.
  expect(all.join('; ')).toBe([...model.sums.values()].join('; '));
  const sum = (column: number): bigint =>
    all.reduce((total, row) => total + (row[column] ?? 0n), 0n);
  if (sum(0) !== sum(2) || sum(1) !== sum(3)) throw new Error('debits differ from credits');
}

function answerOf(outcome: Awaited<ReturnType<Ledger['book']>>): string {
  if (outcome.ok) return outcome.value.every((booking) => booking.isReplay) ? 'REPLAY' : 'OK';
  const { error } = outcome;
  if (error.kind === 'REFUSED') return error.reason;
  return error.kind === 'WRONG_STATE' ? error.state : error.kind;
}

/** Each text is parsed and planned once per connection. */
function prepared(client: pg.Client): StatementRunner {
  const names = new Map<string, string>();
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
      const name = names.get(text) ?? `model_${String(names.size)}`;
      names.set(text, name);
      const { rows } = await client.query({ name, text, values: [...values] });
      return rows as Row[];
    },
  };
}
