import type { IntakeState } from './inbox.documents';

export type ScreeningAct =
  'ACCEPT' | 'CORRECT' | 'ASK' | 'DECLINE' | 'CALL_OUT' | 'MERGE' | 'APPEAL' | 'COMPARE';

const WAITING = [
  'INBOX',
  'SCREENING',
  'ASKED',
  'CALL_OUT',
] as const satisfies readonly IntakeState[];

/** Nobody has decided on these yet. */
export const UNDECIDED: readonly IntakeState[] = ['TO_CORRECT', ...WAITING];

const FROM: Readonly<Record<ScreeningAct, readonly IntakeState[]>> = {
  ACCEPT: WAITING,
  CORRECT: ['TO_CORRECT'],
  ASK: ['TO_CORRECT', 'INBOX', 'SCREENING', 'ASKED'],
  DECLINE: UNDECIDED,
  CALL_OUT: ['INBOX', 'SCREENING', 'ASKED'],
  MERGE: UNDECIDED,
  APPEAL: ['DECLINED'],
  COMPARE: [...WAITING, 'ACCEPTED'],
};

/** Whether the desk takes this decision on a card in this state; the server decides anew. */
export function mayAct(act: ScreeningAct, state: IntakeState): boolean {
  return FROM[act].includes(state);
}

export const ASK_REASONS = [
  'FACTS_MISSING',
  'CONTACT_UNCLEAR',
  'PRISONER_UNCLEAR',
  'NEED_UNCLEAR',
  'CONSENT_UNCLEAR',
] as const;

/** Reasons for a no; after all but the last somebody else may be asked within {@link APPEAL_DAYS}. */
export const DECLINE_REASONS = [
  'SPAM',
  'COULD_NOT_BE_CONFIRMED',
  'OUTSIDE_MANDATE',
  'COVERED_ELSEWHERE',
  'SAME_AS_ANOTHER_CASE',
  'PROVOCATION_SUSPECTED',
  'NO_SAFE_WAY_TO_HELP',
  'WITHDRAWN_BY_FAMILY',
] as const;

/** The family took it back itself: nothing is kept and nobody appeals. */
export const WITHDRAWN = 'WITHDRAWN_BY_FAMILY';

/** Days in which a refused family may turn to somebody else. */
export const APPEAL_DAYS = 14;

/** Why a screener looks at who somebody is. */
export const CARD_PURPOSES = ['SCREEN_REQUEST', 'COMPARE_REQUESTS', 'ANSWER_APPEAL'] as const;
