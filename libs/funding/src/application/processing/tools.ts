import type { Clock, IdGenerator } from '@kinward/kernel';
import { calendarDay } from '@kinward/kernel';
import { Ledger } from '@kinward/ledger';
import type { StatementRunner } from '@kinward/platform';
import type { StripeGateway } from '../../infrastructure/stripe/stripe.gateway.js';
import type { SubscriptionGateway } from '../../infrastructure/stripe/subscription.gateway.js';

/** Runs work in one transaction: all of it or none. */
export type Transactions = <T>(work: (db: StatementRunner) => Promise<T>) => Promise<T>;

/** What unattended work on gifts runs with. */
export interface GiftWork {
  readonly inTransaction: Transactions;
  readonly stripe: StripeGateway;
  readonly subscriptions: SubscriptionGateway;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  /** Whose account at the provider it is. */
  readonly organization: GiftOrganization;
}

export interface GiftOrganization {
  readonly id: string;
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2. */
  readonly refusedCardCountries: readonly string[];
}

/** The same inside of one transaction. */
export interface Tools extends Omit<GiftWork, 'inTransaction'> {
  readonly db: StatementRunner;
  readonly ledger: Ledger;
  /** The organisation's day, YYYY-MM-DD. */
  readonly today: string;
}

export function toolsOf(work: GiftWork, db: StatementRunner): Tools {
  const { stripe, subscriptions, clock, ids, organization } = work;
  return {
    stripe,
    subscriptions,
    clock,
    ids,
    organization,
    db,
    ledger: new Ledger(db, clock, () => ids.next()),
    today: calendarDay(clock.now(), organization.timeZone),
  };
}

/** What the ledger or another rule refused although the money has moved already: somebody must look at it. */
export class BooksDisagree extends Error {
  constructor(readonly reason: string) {
    super(`the books refuse what the provider reports: ${reason}`);
    this.name = 'BooksDisagree';
  }
}

/** News that cannot be placed yet, because what it is about has not been heard of. It is tried again. */
export class NotYet extends Error {
  constructor() {
    super('what this is about has not arrived yet');
    this.name = 'NotYet';
  }
}

/** Books orders that must not be refused. Returns the ids of the transfers. @throws BooksDisagree */
export async function bookOrStop(
  { ledger, organization }: Pick<Tools, 'ledger' | 'organization'>,
  orders: Parameters<Ledger['book']>[1],
): Promise<readonly string[]> {
  const booked = await ledger.book(organization.id, orders);
  if (!booked.ok)
    throw new BooksDisagree(
      booked.error.kind === 'REFUSED' ? booked.error.reason : booked.error.kind,
    );
  return booked.value.map((booking) => booking.transferId);
}

/** Tells the other domains; ids and codes only. */
export async function publish(
  { db, organization }: Pick<Tools, 'db' | 'organization'>,
  topic: string,
  ids: Readonly<Record<string, string>>,
): Promise<void> {
  await db.query('INSERT INTO outbox (organization_id, topic, payload) VALUES ($1, $2, $3)', [
    organization.id,
    topic,
    JSON.stringify(ids),
  ]);
}

/** Lets one piece of work at a time look at an object of the provider and write down what it saw. */
export async function lookAlone(db: StatementRunner, objectId: string): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`stripe/${objectId}`]);
}

/** A random reference of 128 bits, in hexadecimal. */
export function newRef(ids: IdGenerator): string {
  return ids.bytes(16).toString('hex');
}
