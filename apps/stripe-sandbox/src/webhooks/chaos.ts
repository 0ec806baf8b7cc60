/** How badly events travel. All of it happens to the real thing, only rarely. */
export interface Chaos {
  /** How often an event is sent on top of the first time. */
  readonly duplicates: number;
  /** Collects events for a moment and sends them in another order; a number is the seed. */
  readonly shuffle: boolean | number;
  /** Sends nothing (true) or not these types; the events can still be listed. */
  readonly withhold: boolean | readonly string[];
  /** Waits before sending. Milliseconds of real time. */
  readonly delayMs: number;
  /** Signs as if this many seconds ago. */
  readonly ageSeconds: number;
}

export const CALM: Chaos = {
  duplicates: 0,
  shuffle: false,
  withhold: false,
  delayMs: 0,
  ageSeconds: 0,
};

export function isWithheld(chaos: Chaos, type: string): boolean {
  return typeof chaos.withhold === 'boolean' ? chaos.withhold : chaos.withhold.includes(type);
}

/** Another order of the same items; the same seed gives the same order. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const rest = [...items];
  const order: T[] = [];
  for (let state = seed + 1; rest.length > 0;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    order.push(...rest.splice(state % rest.length, 1));
  }
  return order;
}
