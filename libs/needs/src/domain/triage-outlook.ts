import { addDays } from './day.js';
import { timedPoints, type TriageFactor, type TriageSituation } from './triage-score.js';

/** The next day on which a factor has more points, if nobody does anything. */
export interface ScoreRise {
  readonly factor: TriageFactor;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly points: number;
}

/** Beyond this many days no factor that depends on time still grows by a whole point. */
const HORIZON_DAYS = 400;
const TIMED = ['timeLeft', 'sinceHelp'] as const satisfies readonly TriageFactor[];

/** What time alone would change: the next rise of each factor that grows with it, the earlier first. */
export function nextRises(situation: TriageSituation): ScoreRise[] {
  const now = timedPoints(situation);
  return TIMED.flatMap((factor) => {
    for (let days = 1; days <= HORIZON_DAYS; days += 1) {
      const day = addDays(situation.today, days);
      const points = timedPoints({ ...situation, today: day })[factor];
      if (points > now[factor]) return [{ factor, day, points }];
    }
    return [];
  }).sort((one, other) => (one.day < other.day ? -1 : 1));
}
