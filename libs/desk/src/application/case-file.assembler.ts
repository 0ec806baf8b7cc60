import { availableTransitions, contactOverdue, type CaseState } from '@kinward/cases';
import type { PersonView } from '@kinward/identity';
import type { Actor } from '@kinward/platform';
import type { CaseFileView } from './case-file.query.js';

type People = ReadonlyMap<string, PersonView>;

/** Every person a case file mentions. */
export function peopleOf(view: CaseFileView): string[] {
  const ids = [
    view.assigneeId,
    view.deputyId,
    view.verifiedBy,
    ...view.attempts.map((attempt) => attempt.madeById),
    ...view.transitions.map((transition) => transition.madeById),
    ...view.holders.map((holder) => holder.holderId),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The shape of a case file on screen: people by name, days judged against today. */
export function assembleCaseFile(view: CaseFileView, people: People, actor: Actor, today: string) {
  const person = (id: string | null): PersonView | null =>
    id === null ? null : (people.get(id) ?? null);
  const { nextStepKind: kind, nextStepDueDay: dueDay, story } = view;
  const held = new Set(view.holders.map((holder) => holder.holderId));
  const posts = [view.assigneeId, view.deputyId].filter((id) => id !== null && !held.has(id));
  return {
    ...view,
    assignee: person(view.assigneeId),
    deputy: person(view.deputyId),
    verifiedBy: person(view.verifiedBy),
    holders: view.holders.map((holder) => ({ ...holder, person: person(holder.holderId) })),
    awaitingAccess: posts.flatMap((id) => person(id) ?? []),
    nextStep: kind === null || dueDay === null ? null : { kind, dueDay, isOverdue: dueDay < today },
    contactOverdue: contactOverdue(
      view.lastConfirmedContactDay ?? view.openedDay,
      view.contactRhythmDays,
      today,
    ),
    consents: view.consents.map((consent) => ({
      ...consent,
      isLive: consent.withdrawnOn === null && today < consent.lapsesOn,
      wording: story?.consentWordings.find((each) => each.id === consent.id)?.wording ?? null,
    })),
    attempts: view.attempts.map((attempt) => ({
      ...attempt,
      madeBy: person(attempt.madeById),
      note: story?.attemptNotes.find((each) => each.id === attempt.id)?.note ?? null,
    })),
    transitions: view.transitions.map((transition) => ({
      ...transition,
      madeBy: person(transition.madeById),
    })),
    availableTransitions: availableTransitions(view.state as CaseState, [...actor.roles]),
  };
}
