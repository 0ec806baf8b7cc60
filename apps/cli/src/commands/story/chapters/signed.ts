import { randomUUID } from 'node:crypto';
import { eur, euros } from '../euros.js';
import type { DeskClient, Failure } from '../desk-client.js';
import { mustHold } from '../story-stopped.js';
import type { Story } from '../story.js';
import type { Reservation } from './funded.js';

interface PayoutChanged {
  readonly disbursementId: string;
  readonly state: string;
  readonly version: number;
  readonly warnings: readonly string[];
}

interface Payout {
  readonly state: string;
  readonly channelClass: string;
  readonly approvalsRequired: number;
  readonly signatures: readonly {
    readonly act: string;
    readonly isValid: boolean;
    readonly person: { readonly id: string } | null;
  }[];
}

const CHANGED = 'disbursementId state version warnings';
const PAYOUT = 'state channelClass approvalsRequired signatures { act isValid person { id } }';
const CHANNEL = 'PARTNER_ROUTE';
const APPROVERS = ['coordinator', 'second-coordinator'] as const;

/** Writes, approves and releases a payout from each reservation; nobody signs twice. Gives the payouts' ids. */
export async function signed(
  story: Story,
  reservations: readonly Reservation[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const reservation of reservations) {
    ids.push(await payOut(story, reservation, { first: ids.length === 0 }));
  }
  return ids;
}

async function payOut(
  story: Story,
  reservation: Reservation,
  { first }: { readonly first: boolean },
): Promise<string> {
  const { cast, teller } = story;
  const { disbursementId, version } = await submit(story, reservation);
  const drafted = await readPayout(story, disbursementId);
  teller.tell('PAYOUT_DRAFTED', {
    amount: euros(reservation.amountMinor),
    fund: reservation.fund,
    channel: drafted.channelClass,
    approvals: drafted.approvalsRequired,
  });
  for (const key of APPROVERS.slice(0, drafted.approvalsRequired)) {
    const approver = cast.as(key);
    await declare(approver, disbursementId);
    await change(approver, 'approveDisbursement', { disbursementId, version });
  }
  if (first) await tryAlone(story, disbursementId, version);
  const finance = cast.as('finance');
  await declare(finance, disbursementId);
  await readInstruction(story, disbursementId);
  const release = { commandKey: randomUUID(), disbursementId, version };
  await change(finance, 'releaseDisbursement', release);
  const { state, signatures } = await readPayout(story, disbursementId);
  const valid = signatures.filter(({ isValid, act }) => isValid && act !== 'DECLARED');
  const people = new Set(valid.map(({ person }) => person?.id)).size;
  const acts = valid.map(({ act }) => act).join(', ');
  teller.tell('PAYOUT_SIGNED', { acts, people, state });
  mustHold(state === 'RELEASED', `The payout is ${state} and has not left.`);
  mustHold(people === valid.length, 'Somebody signed twice.');
  return disbursementId;
}

async function submit(story: Story, reservation: Reservation): Promise<PayoutChanged> {
  const { reservationId, amountMinor } = reservation;
  const caseworker = story.cast.as('caseworker');
  const mark = String(story.seed);
  const sheet = { reason: `Demo-reason ${mark}: two weeks of food`, quote: `Demo-quote ${mark}` };
  const instruction = {
    payee: `Demo-Payee Hawthorn ${mark}`,
    account: `Demo-Account ${mark} at the partner`,
    pickUpWord: null,
    note: null,
  };
  for (const text of [...Object.values(sheet), instruction.payee, instruction.account]) {
    story.secrets.add(text);
  }
  const drafted = await change(caseworker, 'draftDisbursement', {
    reservationId,
    amount: eur(amountMinor),
    channelClass: CHANNEL,
    sheet,
    instruction,
    hasInterest: false,
  });
  const { disbursementId, version, warnings } = drafted;
  return change(caseworker, 'submitDisbursement', {
    disbursementId,
    version,
    acknowledgedWarnings: warnings,
  });
}

/** An approver may not also release: maker, approvers and releaser are different people. */
async function tryAlone(story: Story, disbursementId: string, version: number): Promise<void> {
  const answer = await story.cast
    .as('coordinator')
    .attempt<PayoutChanged>(
      'releaseDisbursement',
      'DisbursementChanged',
      { commandKey: randomUUID(), disbursementId, version },
      CHANGED,
    );
  mustHold(answer.__typename === 'Refused', 'An approver could release alone.');
  story.teller.tell('SELF_RELEASE_REFUSED', { reason: (answer as Failure).reason ?? '' });
}

async function readInstruction(story: Story, disbursementId: string): Promise<void> {
  const purpose = 'PAY_OUT';
  const finance = story.cast.as('finance');
  await finance.change(
    'revealPaymentInstruction',
    'PaymentInstructionRevealed',
    { disbursementId, purpose },
    'payee',
  );
  story.openings.push({ who: finance.who, purpose });
}

function declare(client: DeskClient, disbursementId: string): Promise<PayoutChanged> {
  return change(client, 'declareInterest', { disbursementId, hasInterest: false });
}

function change(client: DeskClient, operation: string, input: object): Promise<PayoutChanged> {
  return client.change<PayoutChanged>(operation, 'DisbursementChanged', input, CHANGED);
}

function readPayout({ cast }: Story, disbursementId: string): Promise<Payout> {
  const reader = cast.as('finance');
  return reader.read<Payout>(
    'disbursement',
    'DisbursementWithSignatures',
    { disbursementId },
    PAYOUT,
  );
}
