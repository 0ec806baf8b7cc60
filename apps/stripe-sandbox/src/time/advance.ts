import type { World } from '../world.js';
import { billingDue } from './billing-due.js';
import { paymentsDue } from './due.js';

/**
 * Lets time pass up to a moment (milliseconds): everything that falls due until then happens in its
 * order and at its own time, also what only comes to be on the way, such as the second renewal.
 */
export function advanceTo(world: World, momentMs: number): void {
  for (;;) {
    const due = [...paymentsDue(world), ...billingDue(world)];
    const [next] = due.sort((one, other) => one.at - other.at);
    if (!next || next.at * 1000 > momentMs) break;
    world.clock.moveTo(next.at * 1000);
    next.run();
  }
  world.clock.moveTo(momentMs);
}
