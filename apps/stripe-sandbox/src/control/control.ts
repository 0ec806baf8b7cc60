import type { Stripe } from 'stripe';
import { answerInvoiceChallenge } from '../billing/collect.js';
import type { ApiCall, CallLog } from '../http/call-log.js';
import type { Fault, Faults } from '../http/faults.js';
import { sessionOf } from '../objects/checkout-session.js';
import { disputeOf } from '../objects/dispute.js';
import { payoutOf } from '../objects/payout.js';
import { methodOf } from '../payments/attach.js';
import { refundOf } from '../objects/refund.js';
import { noSuch, refused } from '../http/api-error.js';
import type { ChoiceName } from '../payments/cards.js';
import { answerChallenge, submitSession, type PageStep } from '../payments/complete-session.js';
import { decideDispute, openDispute } from '../payments/disputes.js';
import { arrive, createPayout, failPayout } from '../payments/payouts.js';
import { failRefund } from '../payments/refund-factory.js';
import { settleDelayed } from '../payments/settle.js';
import type { Delivery, PaymentBehaviour } from '../state/notes.js';
import type { Minor } from '../state/minor.js';
import { advanceTo } from '../time/advance.js';
import type { Chaos } from '../webhooks/chaos.js';
import type { Dispatcher } from '../webhooks/dispatcher.js';
import type { World } from '../world.js';
import { totalsOf, type Totals } from './totals.js';

interface Parts {
  readonly world: World;
  readonly dispatcher: Dispatcher;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly onChange: () => void;
}

/** What a test does to the sandbox from outside: time, donors, banks, networks and bad luck. */
export class Control {
  constructor(private readonly parts: Parts) {}

  /** Lets time pass; what falls due happens on the way. */
  advance(duration: { readonly days?: number; readonly seconds?: number }): void {
    const { world, onChange } = this.parts;
    const seconds = (duration.days ?? 0) * 86_400 + (duration.seconds ?? 0);
    advanceTo(world, world.clock.nowMs() + seconds * 1000);
    onChange();
  }

  /** The sandbox's time, in seconds since the epoch. */
  now(): number {
    return this.parts.world.clock.now();
  }

  /** A donor submits the hosted page of a session with one of its choices. */
  submit(
    sessionId: string,
    choice: ChoiceName = 'card',
    email: string | null = 'donor@example.org',
  ): PageStep {
    const { world } = this.parts;
    return submitSession(world, sessionOf(world, sessionId), { choice, email });
  }

  /** The donor passes or fails the bank's check that a session or an invoice waits for. */
  authenticate(id: string, isApproved = true): PageStep {
    const { world } = this.parts;
    const invoice = world.store.invoices.get(id);
    if (!invoice) return answerChallenge(world, sessionOf(world, id), isApproved);
    return answerInvoiceChallenge(world, invoice, isApproved);
  }

  /** Ends the processing of a delayed payment. */
  settle(paymentIntentId: string, outcome: 'succeed' | 'fail'): void {
    const { world } = this.parts;
    const intent = world.store.paymentIntents.get(paymentIntentId);
    if (!intent) throw noSuch('payment_intent', paymentIntentId);
    settleDelayed(world, intent, outcome);
  }

  /** The donor's bank disputes a charge; the money is withdrawn at once. */
  dispute(
    chargeId: string,
    wanted: { readonly amount?: Minor; readonly reason?: string } = {},
  ): Stripe.Dispute {
    const { world } = this.parts;
    const charge = world.store.charges.get(chargeId);
    if (!charge) throw noSuch('charge', chargeId);
    return openDispute(world, charge, wanted);
  }

  decideDispute(disputeId: string, outcome: 'won' | 'lost'): Stripe.Dispute {
    const { world } = this.parts;
    return decideDispute(world, disputeOf(world, disputeId), outcome);
  }

  /** The bank sends the money of a refund back, days later. */
  failRefund(refundId: string): Stripe.Refund {
    const { world } = this.parts;
    const refund = refundOf(world, refundId);
    if (refund.balance_transaction === null || refund.status !== 'succeeded')
      throw refused('refund_not_failable', `Refund ${refundId} has moved no money.`);
    return failRefund(world, refund);
  }

  /** Pays out all that is available; it arrives two days later by itself. */
  payOut(): Stripe.Payout {
    return structuredClone(createPayout(this.parts.world));
  }

  /** A payout arrives at once, or comes back, also after it had arrived. */
  settlePayout(payoutId: string, outcome: 'paid' | 'failed'): Stripe.Payout {
    const { world } = this.parts;
    const payout = payoutOf(world, payoutId);
    return structuredClone(outcome === 'paid' ? arrive(world, payout) : failPayout(world, payout));
  }

  /** What a payment method does when it is charged from now on. */
  setBehaviour(paymentMethodId: string, behaviour: Exclude<PaymentBehaviour, 'delayed'>): void {
    const { world, onChange } = this.parts;
    world.store.notes.behaviours.set(methodOf(world, paymentMethodId).id, behaviour);
    onChange();
  }

  /** Changes how events travel; what is not named stays. */
  setChaos(chaos: Partial<Chaos>): Chaos {
    return this.parts.dispatcher.setChaos(chaos);
  }

  /** Sends an event again, also a withheld one. */
  resend(
    eventId: string,
    how: { readonly times?: number; readonly ageSeconds?: number } = {},
  ): void {
    this.parts.dispatcher.resend(eventId, how.times, how.ageSeconds);
  }

  /** Sends everything that was withheld. */
  release(): void {
    this.parts.dispatcher.release();
  }

  /** Waits until no event is on its way any more; throws after the patience (milliseconds). */
  settled(patienceMs = 10_000): Promise<void> {
    return this.parts.dispatcher.settled(patienceMs);
  }

  /** The next calls that it fits go wrong. */
  inject(fault: Fault): void {
    this.parts.faults.add(fault);
  }

  clearFaults(): void {
    this.parts.faults.clear();
  }

  /** Every call of the API since the start, for tests that look at what was sent. */
  calls(): readonly ApiCall[] {
    return this.parts.calls.all();
  }

  clearCalls(): void {
    this.parts.calls.clear();
  }

  deliveries(): readonly Delivery[] {
    return [...this.parts.world.store.notes.deliveries.values()];
  }

  totals(): Totals {
    return totalsOf(this.parts.world.store);
  }

  /** Every object that the API has given out, and every event, as they are now. */
  objects(): { readonly objects: readonly object[]; readonly events: readonly Stripe.Event[] } {
    const { store } = this.parts.world;
    return structuredClone({ objects: store.objects(), events: store.events.all() });
  }
}
