import type { OpenedCase } from './opened-case';

/** Kinds of what happens in a case. */
export const TIMELINE_KINDS = ['ATTEMPT', 'MOVE', 'CONSENT', 'PRISONER'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One thing that happened; its words are chosen where it is shown. */
export interface TimelineEntry {
  readonly key: string;
  readonly kind: TimelineKind;
  readonly day: string;
  /** A code: the outcome, the new state, the purpose, the status. */
  readonly code: string;
  /** Code of the reason, where one was given. */
  readonly reason: string | null;
  readonly note: string | null;
  readonly person: string | null;
  /** For a consent that was taken back. */
  readonly isEnd: boolean;
}

const PLAIN = { reason: null, note: null, person: null, isEnd: false } as const;

/** Everything that happened, newest first, from all parts of the file. */
export function timelineOf(file: OpenedCase): readonly TimelineEntry[] {
  const attempts = file.attempts.map(({ id, madeOn, outcome, note, madeBy }) => ({
    ...PLAIN,
    key: id,
    kind: 'ATTEMPT' as const,
    day: madeOn,
    code: outcome,
    note,
    person: madeBy?.displayName ?? null,
  }));
  const moves = inOrder(file.transitions).map(({ madeOn, toState, reason, madeBy }, place) => ({
    ...PLAIN,
    key: `move-${String(place)}`,
    kind: 'MOVE' as const,
    day: madeOn,
    code: toState,
    reason,
    person: madeBy?.displayName ?? null,
  }));
  const consents = file.consents.flatMap(({ id, purpose, givenOn, withdrawnOn }) => {
    const given = { ...PLAIN, key: id, kind: 'CONSENT' as const, day: givenOn, code: purpose };
    if (withdrawnOn === null) return [given];
    return [given, { ...given, key: `${id}-end`, day: withdrawnOn, isEnd: true }];
  });
  const statuses = (file.story?.prisoners ?? []).flatMap((prisoner) =>
    prisoner.statuses.map(({ id, code, since, note }) => ({
      ...PLAIN,
      key: id,
      kind: 'PRISONER' as const,
      day: since,
      code,
      note,
    })),
  );
  // Moves are oldest first: reversed, those of one day keep their order.
  return [...attempts, ...moves.toReversed(), ...consents, ...statuses].toSorted((one, other) =>
    other.day.slice(0, 10).localeCompare(one.day.slice(0, 10)),
  );
}

type Move = OpenedCase['transitions'][number];

/** Moves of one day come in no order: each begins where the one before ended. */
function inOrder(moves: readonly Move[]): readonly Move[] {
  const rest = [...moves];
  const ordered: Move[] = [];
  while (rest.length > 0) {
    const day = rest[0]?.madeOn;
    const state = ordered.at(-1)?.toState ?? 'INTAKE';
    const next = rest.findIndex(({ madeOn, fromState }) => madeOn === day && fromState === state);
    ordered.push(...rest.splice(Math.max(next, 0), 1));
  }
  return ordered;
}
