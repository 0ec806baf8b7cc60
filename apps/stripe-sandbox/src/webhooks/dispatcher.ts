import type { Stripe } from 'stripe';
import type { Delivery } from '../state/notes.js';
import type { Store } from '../state/store.js';
import { CALM, isWithheld, shuffled, type Chaos } from './chaos.js';
import { send, type Endpoint } from './sender.js';

export interface DispatcherSettings {
  /** The time that signatures carry; receivers compare it with their own. */
  readonly signatureClock: () => Date;
  /** How long an answer may take, in milliseconds. */
  readonly patienceMs: number;
  /** Pauses before the second, third, … attempt, in milliseconds. */
  readonly backOffMs: readonly number[];
  readonly onChange: () => void;
}

const SHUFFLE_WINDOW_MS = 40;
/** A slow receiver holds the next event up no longer than this. */
const HEAD_START_MS = 250;

/** Sends events after the call that caused them has been answered, and again until they are taken. */
export class Dispatcher {
  private endpoint: Endpoint | null = null;
  private chaos: Chaos = CALM;
  private queue: string[] = [];
  private isDraining = false;
  private readonly stopping = new AbortController();
  private readonly timers = new Set<NodeJS.Timeout>();
  private inFlight = 0;

  constructor(
    private readonly store: Store,
    private readonly settings: DispatcherSettings,
  ) {}

  /** Where events go from now on; what is still on its way goes there too. */
  point(endpoint: Endpoint | null): void {
    this.endpoint = endpoint;
  }

  get hasEndpoint(): boolean {
    return this.endpoint !== null;
  }

  setChaos(chaos: Partial<Chaos>): Chaos {
    this.chaos = { ...this.chaos, ...chaos };
    return this.chaos;
  }

  /** Takes a new event over. */
  accept(event: Stripe.Event): void {
    const { notes } = this.store;
    const withheld = isWithheld(this.chaos, event.type);
    const state = this.endpoint === null ? 'no_endpoint' : withheld ? 'withheld' : 'pending';
    notes.deliveries.set(event.id, { eventId: event.id, state, attempts: 0, lastAnswer: null });
    if (state !== 'pending') return;
    const copies = Array.from({ length: 1 + this.chaos.duplicates }, () => event.id);
    this.later(this.chaos.delayMs, () => this.enqueue(copies));
  }

  /** Sends an event again, also one that was withheld. `ageSeconds` makes the signature older. */
  resend(eventId: string, times = 1, ageSeconds = 0): void {
    const delivery = this.deliveryOf(eventId);
    delivery.state = 'pending';
    for (let copy = 0; copy < times; copy += 1)
      this.later(0, () => this.attempt(delivery, ageSeconds));
  }

  /** Sends everything that was withheld. */
  release(): void {
    for (const { eventId, state } of this.store.notes.deliveries.values())
      if (state === 'withheld') this.resend(eventId);
  }

  /** After a restart: what had not been taken is sent again. */
  resume(): void {
    for (const { eventId, state } of this.store.notes.deliveries.values())
      if (state === 'pending') this.later(0, () => this.enqueue([eventId]));
  }

  /** Waits until nothing is queued, on its way or due for another attempt. */
  async settled(patienceMs: number): Promise<void> {
    const started = performance.now();
    while (this.isBusy()) {
      if (performance.now() - started > patienceMs)
        throw new Error(`Webhooks are still on their way after ${patienceMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  stop(): void {
    this.stopping.abort();
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private isBusy(): boolean {
    return this.queue.length > 0 || this.timers.size > 0 || this.inFlight > 0 || this.isDraining;
  }

  private deliveryOf(eventId: string): Delivery {
    const delivery = this.store.notes.deliveries.get(eventId);
    if (!delivery) throw new Error(`There is no event ${eventId}`);
    return delivery;
  }

  private later(delayMs: number, act: () => Promise<void> | void): void {
    if (this.stopping.signal.aborted) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void act();
    }, delayMs);
    this.timers.add(timer);
  }

  private enqueue(eventIds: readonly string[]): void {
    this.queue.push(...eventIds);
    if (!this.isDraining) void this.drain();
  }

  private async drain(): Promise<void> {
    this.isDraining = true;
    const { shuffle, ageSeconds } = this.chaos;
    if (shuffle !== false) {
      // Collects what comes due together.
      await new Promise((resolve) => setTimeout(resolve, SHUFFLE_WINDOW_MS));
      this.queue = shuffled(this.queue, Number(shuffle));
    }
    for (
      let id = this.queue.shift();
      id !== undefined && !this.stopping.signal.aborted;
      id = this.queue.shift()
    ) {
      const attempt = this.attempt(this.deliveryOf(id), ageSeconds);
      await Promise.race([attempt, new Promise((done) => setTimeout(done, HEAD_START_MS).unref())]);
    }
    this.isDraining = false;
  }

  private async attempt(delivery: Delivery, ageSeconds: number): Promise<void> {
    const { endpoint } = this;
    if (!endpoint || this.stopping.signal.aborted) return;
    this.inFlight += 1;
    const event = this.store.events.need(delivery.eventId);
    const body = JSON.stringify(event, null, 2);
    const signedAt = Math.floor(this.settings.signatureClock().getTime() / 1000) - ageSeconds;
    const { patienceMs } = this.settings;
    const answer = await send(endpoint, body, signedAt, patienceMs, this.stopping.signal);
    this.inFlight -= 1;
    if (this.stopping.signal.aborted) return;
    delivery.attempts += 1;
    const isTaken = 'status' in answer && answer.status >= 200 && answer.status < 300;
    delivery.lastAnswer = 'status' in answer ? String(answer.status) : answer.failure;
    if (isTaken) this.taken(delivery, event);
    else if (delivery.state === 'pending') this.retry(delivery, ageSeconds);
    this.settings.onChange();
  }

  private taken(delivery: Delivery, event: Stripe.Event): void {
    delivery.state = 'delivered';
    event.pending_webhooks = 0;
  }

  private retry(delivery: Delivery, ageSeconds: number): void {
    const pause = this.settings.backOffMs[delivery.attempts - 1];
    if (pause === undefined) delivery.state = 'failed';
    else this.later(pause, () => this.attempt(delivery, ageSeconds));
  }
}
