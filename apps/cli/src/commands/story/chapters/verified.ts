import { verifyAudit } from '@kinward/audit';
import { checkInvariants } from '@kinward/ledger';
import { createDataSource, SystemClock } from '@kinward/platform';
import { displayNameOf } from '../people.js';
import { euros, minorOf, type Amount } from '../euros.js';
import { mustHold } from '../story-stopped.js';
import type { Story } from '../story.js';

interface Disclosure {
  readonly person: { readonly displayName: string } | null;
  readonly purpose: string;
  readonly purgedAt: string | null;
  readonly taskId: string | null;
}

interface BookLine {
  readonly account: { readonly code: string };
  readonly sums: { readonly debits: Amount; readonly credits: Amount };
}

const MOST = 50;

/** Disclosure log, ledger and audit trail, by the same functions that operators and auditors use. */
export async function verified(story: Story): Promise<void> {
  await checkDisclosures(story);
  await checkBooks(story);
  await checkTrail(story);
}

/** Every opening of the story stands in the log, and nothing else does. */
async function checkDisclosures({ cast, teller, openings }: Story): Promise<void> {
  const page = await cast
    .as('auditor')
    .ask<{ edges: readonly { node: Disclosure }[] }>(
      'query',
      'disclosureLog',
      { first: MOST },
      '{ edges { node { person { displayName } purpose purgedAt taskId } } }',
    );
  const entries = page.edges.map(({ node }) => node);
  const tasks = entries.filter(({ taskId }) => taskId !== null);
  const purged = tasks.filter(({ purgedAt }) => purgedAt !== null).length;
  teller.tell('DISCLOSURES', { entries: entries.length, openings: openings.length, purged });
  const logged = entries
    .map(({ person, purpose }) => `${person?.displayName ?? 'nobody'} for ${purpose}`)
    .toSorted()
    .join(', ');
  const made = openings
    .map(({ who, purpose }) => `${displayNameOf(who)} for ${purpose}`)
    .toSorted()
    .join(', ');
  mustHold(logged === made, `The disclosure log has ${logged}; what was opened is ${made}.`);
  mustHold(purged === tasks.length, 'The details of a task that is over are still there.');
}

async function checkBooks({ house, cast, teller }: Story): Promise<void> {
  const { workerUrl } = house.database.addresses;
  const results = await withSource(workerUrl, (source) =>
    checkInvariants(
      { query: (sql, parameters = []) => source.query(sql, [...parameters]) },
      new SystemClock().now(),
    ),
  );
  const broken = results.filter(({ offenders }) => offenders.length > 0);
  const { lines } = await cast
    .as('finance')
    .read<{ lines: { edges: readonly { node: BookLine }[] } }>(
      'trialBalance',
      'TrialBalance',
      { first: MOST },
      'lines { edges { node { account { code } sums { debits { minorUnits } credits { minorUnits } } } } }',
    );
  const line = lines.edges.map(({ node }) => node).find(({ account }) => account.code === 'STRIPE');
  const book = line === undefined ? 0n : minorOf(line.sums.debits) - minorOf(line.sums.credits);
  const answer = await fetch(`${house.provider.url}/_sandbox/totals`);
  const { balance } = (await answer.json()) as { readonly balance: unknown };
  const held = BigInt(String(balance));
  teller.tell('LEDGER', {
    invariants: results.length,
    broken: broken.length,
    provider: euros(held),
    book: euros(book),
  });
  mustHold(
    broken.length === 0,
    `The books break a promise: ${broken.map(({ sentence }) => sentence).join('; ')}`,
  );
  mustHold(held === book, 'The books and the provider do not agree.');
}

async function checkTrail({ house, teller }: Story): Promise<void> {
  const { workerUrl } = house.database.addresses;
  const { chains, entries, broken } = await withSource(workerUrl, verifyAudit);
  teller.tell('AUDIT', { chains, entries, broken: broken.length });
  mustHold(broken.length === 0, 'A chain of the audit trail does not add up.');
}

type Source = ReturnType<typeof createDataSource>;

/** The worker reads every organisation's rows and opens nothing sealed. */
async function withSource<T>(url: string, work: (source: Source) => Promise<T>): Promise<T> {
  const source = createDataSource({ url, poolSize: 1, entities: [] });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
