import { err, invalidInput, ok, refused } from '@kinward/kernel';
import type { DomainError, Result } from '@kinward/kernel';
import { checkDay } from './calendar-day.js';
import type { CalendarDay } from './calendar-day.js';
import type { ChannelEvent } from './contact-channel-trust.js';

/** What a status code means for liberty; the jurisdiction pack says it for each of its codes. */
export interface StatusMeaning {
  readonly code: string;
  readonly liberty: 'HELD' | 'RESTRICTED' | 'FREE' | 'DEAD' | 'UNCONFIRMED';
}

/** One line of the history: from `since` on, until the next line. */
export interface StatusEntry {
  readonly code: string;
  readonly since: CalendarDay;
}

export interface StatusRecording {
  /** In the order it was recorded, which is also the order of days. */
  readonly history: readonly StatusEntry[];
  readonly entry: { readonly code: string; readonly since: string };
  readonly meanings: readonly StatusMeaning[];
  readonly today: CalendarDay;
}

/**
 * The history with one more line at its end. Refuses `STATUS_IS_FINAL` after a death,
 * `BEFORE_LAST_STATUS` for an earlier day, `CONFLICTS_ON_SAME_DAY` and `ALREADY_RECORDED` for the
 * same day; invalid are an `UNKNOWN_CODE`, `NOT_A_DAY` and a day `IN_THE_FUTURE`.
 */
export function recordStatus({
  history,
  entry,
  meanings,
  today,
}: StatusRecording): Result<readonly StatusEntry[], DomainError> {
  if (libertyOf(entry.code, meanings) === null) return err(invalidInput('code', 'UNKNOWN_CODE'));
  const since = checkDay('since', entry.since);
  if (!since.ok) return since;
  if (since.value > today) return err(invalidInput('since', 'IN_THE_FUTURE'));
  const last = history.at(-1);
  if (last !== undefined) {
    const objection = objectionOf(last, entry, meanings);
    if (objection !== null) return err(refused(objection));
  }
  return ok([...history, { code: entry.code, since: since.value }]);
}

/** The line in force on a day, or `null` before the first one. */
export function statusAsOf(history: readonly StatusEntry[], day: CalendarDay): StatusEntry | null {
  return history.findLast((entry) => entry.since <= day) ?? null;
}

/**
 * What a change of status means for the family's contact channel: being taken or let out resets the
 * trust (domain.md C2). Moving to a milder restraint counts as a release: the phone comes back.
 * `null` where nothing follows. Codes must be known to the pack.
 */
export function channelEventOf(
  before: string | null,
  after: string,
  meanings: readonly StatusMeaning[],
): ChannelEvent | null {
  const from = before === null ? null : libertyOf(before, meanings);
  const to = libertyOf(after, meanings);
  if (to === 'HELD') return from === 'HELD' ? null : 'ARREST';
  return from === 'HELD' && (to === 'FREE' || to === 'RESTRICTED') ? 'RELEASE' : null;
}

function objectionOf(
  last: StatusEntry,
  entry: StatusEntry,
  meanings: readonly StatusMeaning[],
): string | null {
  if (libertyOf(last.code, meanings) === 'DEAD') return 'STATUS_IS_FINAL';
  if (entry.since < last.since) return 'BEFORE_LAST_STATUS';
  if (entry.since > last.since) return null;
  return entry.code === last.code ? 'ALREADY_RECORDED' : 'CONFLICTS_ON_SAME_DAY';
}

function libertyOf(
  code: string,
  meanings: readonly StatusMeaning[],
): StatusMeaning['liberty'] | null {
  return meanings.find((meaning) => meaning.code === code)?.liberty ?? null;
}
