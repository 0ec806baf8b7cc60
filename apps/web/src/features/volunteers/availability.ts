import type { UpdateMyAvailabilityInput } from './mine.documents';
import type { Mine } from './my-time-page-types';
import { minuteOf, timeOf } from './words';
import type { Availability } from './availability-types';

const DAY_MINUTES = 1440;

/** What is stored, as fields. */
export function availabilityOf(mine: Mine): Availability {
  const { languages, skills, refuses, quiet, awayUntil, openTaskLimit } = mine;
  return {
    languages,
    skills,
    refuses,
    openTaskLimit,
    hours: mine.hours.map(({ weekday, fromMinute, toMinute }) => ({
      weekday,
      from: timeOf(fromMinute),
      to: timeOf(toMinute),
    })),
    quietFrom: quiet === null ? '' : timeOf(quiet.from),
    quietTo: quiet === null ? '' : timeOf(quiet.to),
    awayUntil: awayUntil ?? '',
  };
}

/** The fields as the interface takes them; null where a time is missing or ends before it begins. */
export function availabilityInput(
  { quietFrom, quietTo, awayUntil, hours, ...rest }: Availability,
  version: number,
): UpdateMyAvailabilityInput | null {
  const spans = hours.map(({ weekday, from, to }) => {
    const end = minuteOf(to);
    // A field cannot say midnight at the end of a day: one minute before means it.
    const toMinute = end === DAY_MINUTES - 1 ? DAY_MINUTES : end;
    return { weekday, fromMinute: minuteOf(from), toMinute };
  });
  const whole = spans.flatMap(({ weekday, fromMinute, toMinute }) =>
    fromMinute !== null && toMinute !== null && fromMinute < toMinute
      ? [{ weekday, fromMinute, toMinute }]
      : [],
  );
  if (whole.length < spans.length) return null;
  const from = minuteOf(quietFrom);
  const to = minuteOf(quietTo);
  if ((from === null) !== (to === null)) return null;
  return {
    version,
    languages: [...rest.languages],
    skills: [...rest.skills],
    refuses: [...rest.refuses],
    openTaskLimit: rest.openTaskLimit,
    hours: whole,
    quiet: from === null || to === null ? null : { from, to },
    awayUntil: awayUntil === '' ? null : awayUntil,
  };
}
