import type { PersonView } from '@kinward/identity';
import {
  availableNeedTransitions,
  listReached,
  type NeedActor,
  type NeedState,
} from '@kinward/needs';
import { MoneyType, type Actor } from '@kinward/platform';
import type { NeedDetailView } from './need-detail.query.js';
import { assembleNeedRow } from './need-row.assembler.js';

const DESK_PARTS = ['CASEWORKER', 'COORDINATOR'] as const satisfies readonly NeedActor[];

/** Every person a need mentions. */
export function peopleOfNeed(view: NeedDetailView): string[] {
  const ids = [
    view.assigneeId,
    view.authorId,
    view.screenedById,
    view.assessedById,
    view.firstApproverId,
    view.approvedById,
    ...view.moves.map((move) => move.madeById),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The shape of a need on screen: people by name, the envelope left behind. */
export function assembleNeed(
  view: NeedDetailView,
  people: ReadonlyMap<string, PersonView>,
  actor: Actor,
  now: Date,
) {
  const { sealedT1: _envelope, sealedRevision: _revision, story, ...work } = view;
  const person = (id: string | null): PersonView | null =>
    id === null ? null : (people.get(id) ?? null);
  return {
    ...work,
    ...assembleNeedRow(work, now, null),
    clockStartedAt: view.clockStartedAt?.toISOString() ?? null,
    delivered: new MoneyType(view.deliveredMinor),
    reach: listReached(view.reach),
    assignee: person(view.assigneeId),
    author: person(view.authorId),
    screenedBy: person(view.screenedById),
    assessedBy: person(view.assessedById),
    firstApprover: person(view.firstApproverId),
    approvedBy: person(view.approvedById),
    moves: view.moves.map((move) => ({ ...move, madeBy: person(move.madeById) })),
    reservations: view.reservations.map(({ setAsideMinor, ...reservation }) => ({
      ...reservation,
      setAside: new MoneyType(setAsideMinor),
    })),
    availableTransitions: availableNeedTransitions(
      view.state as NeedState,
      DESK_PARTS.filter((role) => actor.roles.has(role)),
    ),
    words: story,
  };
}
