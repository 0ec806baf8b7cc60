import type { Clock } from '@kinward/kernel';

/**
 * The clock of a demonstration: the machine's, and while the past is told, a time before it. Nothing but the seeding
 * moves it, before the server listens, and it ends where it began.
 */
export class DemoClock implements Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  advance(by: { readonly minutes: number }): void {
    this.offsetMs += by.minutes * 60_000;
  }
}
