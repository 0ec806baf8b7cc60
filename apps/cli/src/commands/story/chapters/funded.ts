import { randomUUID } from 'node:crypto';
import { eur, euros, minorOf, type Amount } from '../euros.js';
import { mustHold } from '../story-stopped.js';
import type { Story } from '../story.js';
import type { AidedFamily } from './screened.js';

/** Money of one fund that is set aside for the need. */
export interface Reservation {
  readonly reservationId: string;
  readonly fund: string;
  readonly amountMinor: bigint;
}

interface FundMatch {
  readonly fundId: string;
  readonly code: string;
  readonly isAllowed: boolean;
  readonly available: Amount;
  readonly choice: string | null;
}

interface Match {
  readonly missing: Amount;
  readonly funds: readonly FundMatch[];
}

const MATCH =
  'missing { minorUnits } funds { fundId code isAllowed choice available { minorUnits } }';
/** More funds than the story has. */
const MOST_ROUNDS = 5;

/** Asks which funds may pay and follows the advice until nothing is missing. */
export async function funded(story: Story, { needId }: AidedFamily): Promise<Reservation[]> {
  const { cast, teller } = story;
  const coordinator = cast.as('coordinator');
  const reservations: Reservation[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const match = await coordinator.read<Match>('matchNeed', 'NeedMatchType', { needId }, MATCH);
    const missing = minorOf(match.missing);
    if (missing === 0n) break;
    const allowed = match.funds.filter((fund) => fund.isAllowed && minorOf(fund.available) > 0n);
    const first = allowed.find(({ choice }) => choice !== null) ?? allowed[0];
    mustHold(first !== undefined, 'No fund may pay for the need.');
    if (round === 0) {
      const facts = { missing: euros(missing), allowed: allowed.length, first: first.code };
      teller.tell('MATCHED', { ...facts, reason: first.choice ?? 'ONLY_CHOICE' });
    }
    const available = minorOf(first.available);
    const amountMinor = available < missing ? available : missing;
    const input = {
      commandKey: randomUUID(),
      needId,
      fundId: first.fundId,
      amount: eur(amountMinor),
    };
    const reserved = await coordinator.change<{ reservationId: string; needState: string }>(
      'reserveForNeed',
      'ReservationChanged',
      input,
      'reservationId needState',
    );
    const { reservationId, needState: state } = reserved;
    reservations.push({ reservationId, fund: first.code, amountMinor });
    teller.tell('RESERVED', { amount: euros(amountMinor), fund: first.code, state });
  }
  const { state } = await coordinator.read<{ state: string }>('need', 'Need', { needId }, 'state');
  mustHold(state === 'FUNDED', `The need is ${state} and not funded.`);
  return reservations;
}
