import type { Clock } from '@kinward/kernel';

/** A clock that tests move. It starts at the real time, so that certificates are valid. */
export class MovableClock implements Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  advance(by: { readonly days?: number; readonly minutes?: number }): void {
    this.offsetMs += ((by.days ?? 0) * 24 * 60 + (by.minutes ?? 0)) * 60_000;
  }
}
