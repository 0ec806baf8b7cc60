import { Inject, Injectable } from '@nestjs/common';
import { calendarDay, type Clock } from '@kinward/kernel';
import { CLOCK } from '@kinward/platform';
import { DEMO_TIME_ZONE } from './demo-desk.seeder.js';

/** Shortly before the seeding, so that no act of the present lies in the future. */
export const PRESENT = 0.1;

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1_440;

interface MovableClock extends Clock {
  advance(by: { readonly minutes: number }): void;
}

/** Takes the clock of the demonstration through its past, up to the day of the seeding, and counts days from there. */
@Injectable()
export class DemoTimeline {
  private movedMinutes = 0;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Goes to so many days before the seeding; 0 is the present. @throws Error with a clock that nobody can move */
  goTo(daysAgo: number): void {
    const { clock } = this;
    if (!isMovable(clock)) throw new Error('the demonstration tells its past by a DemoClock');
    const minutes = -daysAgo * DAY_MINUTES - this.movedMinutes;
    clock.advance({ minutes });
    this.movedMinutes += minutes;
  }

  /** Lets some time pass; the next {@link goTo} does not count it. */
  pass(minutes: number): void {
    this.goTo(-(this.movedMinutes + minutes) / DAY_MINUTES);
  }

  /** The moment that is being told. */
  now(): Date {
    return this.clock.now();
  }

  /** The day that is being told, YYYY-MM-DD in the zone of the demonstration. */
  today(): string {
    return calendarDay(this.clock.now(), DEMO_TIME_ZONE);
  }

  /** So many days from the seeding, YYYY-MM-DD in the zone of the demonstration. */
  day(fromSeeding: number): string {
    return calendarDay(new Date(this.seeding().getTime() + fromSeeding * DAY_MS), DEMO_TIME_ZONE);
  }

  /** The year of birth of somebody of this age on the day of the seeding. */
  yearOfBirth(age: number): string {
    return String(this.seeding().getUTCFullYear() - age);
  }

  private seeding(): Date {
    return new Date(this.clock.now().getTime() - this.movedMinutes * 60_000);
  }
}

function isMovable(clock: Clock): clock is MovableClock {
  return 'advance' in clock;
}
