import { err, wrongState, type Result, type WrongStateError } from '@kinward/kernel';
import { ok } from '@kinward/kernel';
import type { IntakeState } from '../intake-states.js';

/** What a screener can do with a card. */
export type ScreeningAct =
  | 'ACCEPT'
  | 'CORRECT'
  | 'ASK'
  | 'DECLINE'
  | 'CALL_OUT'
  | 'MERGE'
  | 'ASSIGN'
  | 'APPEAL'
  | 'COMPARE_PROPOSAL';

/** Nobody has decided on these yet. */
export const WAITING_STATES = [
  'INBOX',
  'SCREENING',
  'ASKED',
  'CALL_OUT',
] as const satisfies readonly IntakeState[];
/** Nobody has decided on these, or could not read them yet. */
export const UNDECIDED_STATES: readonly IntakeState[] = ['TO_CORRECT', ...WAITING_STATES];

const FROM: Readonly<Record<ScreeningAct, readonly IntakeState[]>> = {
  ACCEPT: WAITING_STATES,
  CORRECT: ['TO_CORRECT'],
  ASK: ['TO_CORRECT', 'INBOX', 'SCREENING', 'ASKED'],
  DECLINE: UNDECIDED_STATES,
  CALL_OUT: ['INBOX', 'SCREENING', 'ASKED'],
  MERGE: UNDECIDED_STATES,
  ASSIGN: ['INBOX', 'SCREENING', 'ASKED'],
  APPEAL: ['DECLINED'],
  COMPARE_PROPOSAL: [...WAITING_STATES, 'ACCEPTED'],
};

/** WRONG_STATE where the card is past that. */
export function mayAct(act: ScreeningAct, state: IntakeState): Result<void, WrongStateError> {
  return FROM[act].includes(state) ? ok() : err(wrongState(state));
}

/** Why an applicant is asked again; the answer comes back as a corrected submission or to the contact person. */
export const ASK_REASONS = [
  'FACTS_MISSING',
  'CONTACT_UNCLEAR',
  'PRISONER_UNCLEAR',
  'NEED_UNCLEAR',
  'CONSENT_UNCLEAR',
] as const;

/** Days in which a refused family may turn to somebody else. */
export const APPEAL_DAYS = 14;
/** Days that an applicant has for an answer where nobody says otherwise, and the most. */
export const ASK_DAYS = { usual: 7, most: 60 } as const;

/** Identities that one screener may open in 24 hours; counted apart from the reveals of cases (decision 9). */
export const SCREENING_BUDGET = 150;

/** How long an opened card may be shown, minutes (decision 9). */
export const CARD_MINUTES = 15;

/** Why a screener looks at who somebody is. */
export const CARD_PURPOSES = ['SCREEN_REQUEST', 'COMPARE_REQUESTS', 'ANSWER_APPEAL'] as const;
