import { EMPTY_MEMBER, memberInput, orNull, type MemberDraft } from './member-draft';
import {
  EMPTY_PRISONER,
  isPrisonerReady,
  prisonerInput,
  type PrisonerDraft,
} from './prisoner-draft';
import type { OpenCaseInput } from './open-case.documents';
import type { Step } from './step-fields';

/** The steps of opening a case, in order. */
export const STEPS = ['REGION', 'HOUSEHOLD', 'PRISONER', 'PROMISE', 'CHECK'] as const;
export type OpeningStepName = (typeof STEPS)[number];

/** A case as it is being written; it lives in the page and nowhere else. */
export interface CaseDraft {
  readonly region: string;
  readonly summary: string;
  readonly members: readonly MemberDraft[];
  readonly householdNotes: string;
  readonly prisoners: readonly PrisonerDraft[];
  readonly nextStep: Step;
}

/** Room for one person each, and a promise for the day after. */
export function newDraft(dueDay: string): CaseDraft {
  return {
    region: '',
    summary: '',
    members: [EMPTY_MEMBER],
    householdNotes: '',
    prisoners: [EMPTY_PRISONER],
    nextStep: { kind: 'SCREEN', dueDay },
  };
}

/** A draft that was kept, with room for what its form has learned to ask since. */
export function wholeDraft(kept: CaseDraft): CaseDraft {
  const prisoners = kept.prisoners.map((prisoner) => ({ ...EMPTY_PRISONER, ...prisoner }));
  return { ...kept, prisoners };
}

/** Whether a step holds enough to go on. */
export function isDraftReady(draft: CaseDraft, step: OpeningStepName): boolean {
  const members = writtenOf(draft.members, EMPTY_MEMBER).every(({ name }) => name.trim() !== '');
  const prisoners = writtenOf(draft.prisoners, EMPTY_PRISONER).every(isPrisonerReady);
  const promise = draft.nextStep.dueDay !== '';
  if (step === 'HOUSEHOLD') return members;
  if (step === 'PRISONER') return prisoners;
  if (step === 'PROMISE') return promise;
  const isPlaced = draft.region !== '';
  return step === 'REGION' ? isPlaced : isPlaced && members && prisoners && promise;
}

/** People of whom something is written: room that stayed empty is nobody. */
export function writtenOf<Person extends object>(
  people: readonly Person[],
  empty: Person,
): readonly Person[] {
  return people.filter((person) => JSON.stringify(person) !== JSON.stringify(empty));
}

/** The draft as the interface takes it. */
export function openCaseInput(draft: CaseDraft): OpenCaseInput {
  return {
    region: draft.region,
    summary: orNull(draft.summary),
    householdNotes: orNull(draft.householdNotes),
    members: writtenOf(draft.members, EMPTY_MEMBER).map(memberInput),
    prisoners: writtenOf(draft.prisoners, EMPTY_PRISONER).map(prisonerInput),
    nextStep: draft.nextStep,
  };
}
