import type { CaseTimelineQuery } from './case-work.documents';
import type { OpenedCase } from './opened-case';

type Timeline = Extract<CaseTimelineQuery['caseTimeline'], { readonly __typename: 'CaseTimeline' }>;
/** One thing that happened; its words are chosen where it is shown. */
export type TimelineEvent = Timeline['events']['edges'][number]['node'];

/** What a timeline is narrowed to, and the kinds of the interface that belong to it. */
export const TIMELINE_FILTERS = {
  NOTE: ['NOTE'],
  ATTEMPT: ['ATTEMPT'],
  MOVE: ['MOVE'],
  CONSENT: ['CONSENT', 'CONSENT_END'],
  NEED: ['NEED'],
  MONEY: ['MONEY'],
  TASK: ['TASK'],
  PRISONER: [],
} as const satisfies Readonly<Record<string, readonly TimelineEvent['kind'][]>>;
export type TimelineFilter = keyof typeof TIMELINE_FILTERS;

/** A line of a prisoner's history; its day is sealed, so the interface cannot page by it. */
export interface StatusLine {
  readonly id: string;
  readonly kind: 'PRISONER';
  readonly day: string;
  readonly code: string;
  readonly text: string | null;
}
export type TimelineLine = TimelineEvent | StatusLine;

/**
 * Events as they came, newest first, with the prisoners' history between them: as far back as the events reach, and
 * all of it once there are no more.
 */
export function withStatuses(
  events: readonly TimelineEvent[],
  file: OpenedCase,
  hasMore: boolean,
): readonly TimelineLine[] {
  const last = hasMore ? (events.at(-1)?.day ?? '') : '';
  const statuses = (file.story?.prisoners ?? [])
    .flatMap(({ statuses }) => statuses)
    .filter(({ since }) => since >= last)
    .map(({ id, code, since, note }): StatusLine => {
      return { id, kind: 'PRISONER', day: since, code, text: note };
    });
  // Sorting is stable: what happened on one day keeps the order of the interface.
  return [...inOrder(events), ...statuses].toSorted((one, other) =>
    other.day.slice(0, 10).localeCompare(one.day.slice(0, 10)),
  );
}

/** Moves of one day come in no order: each ends where the next one, further up, begins. */
function inOrder(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const ordered = [...events];
  for (let at = 0; at < ordered.length; at += 1) {
    const move = ordered[at];
    if (move?.kind !== 'MOVE') continue;
    const before = ordered.slice(0, at).findLast(({ kind }) => kind === 'MOVE');
    const place = ordered.findIndex(
      ({ kind, day, code }, index) =>
        index >= at && kind === 'MOVE' && day === move.day && code === (before?.fromCode ?? code),
    );
    const fitting = ordered[place];
    if (before === undefined || fitting === undefined || place === at) continue;
    ordered[place] = move;
    ordered[at] = fitting;
  }
  return ordered;
}
