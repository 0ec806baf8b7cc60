/** What a family hears of its case: how it goes on, never who, where or why. */
export const NEUTRAL_STATUSES = [
  'ARRIVED',
  'READING',
  'QUESTION',
  'CHECKING',
  'WAITING',
  'GOING_ON',
  'QUIET',
  'MISSED',
  'NOT_POSSIBLE',
  'FINISHED',
  'ELSEWHERE',
  'TAKEN_BACK',
] as const;
export type NeutralStatus = (typeof NEUTRAL_STATUSES)[number];

const OF_CASES: Readonly<Record<string, NeutralStatus>> = {
  INTAKE: 'ARRIVED',
  SCREENING: 'READING',
  VERIFYING: 'CHECKING',
  WAITLISTED: 'WAITING',
  ACTIVE: 'GOING_ON',
  PAUSED_BY_FAMILY: 'QUIET',
  CONTACT_LOST: 'MISSED',
  // Whoever reads this over somebody's shoulder must not learn that there was an alarm.
  QUARANTINED: 'GOING_ON',
  TRANSITION: 'GOING_ON',
  CLOSED: 'FINISHED',
  DECLINED: 'NOT_POSSIBLE',
  TRANSFERRED: 'ELSEWHERE',
  ERASED: 'FINISHED',
};

const OF_REQUESTS: Readonly<Record<string, NeutralStatus>> = {
  TO_CORRECT: 'ARRIVED',
  INBOX: 'ARRIVED',
  SCREENING: 'READING',
  CALL_OUT: 'GOING_ON',
  ASKED: 'QUESTION',
};

/** What is known when a family looks. */
export interface KnownStanding {
  /** Null for a mailbox that began with a case. */
  readonly requestState: string | null;
  readonly caseState: string | null;
  readonly isPaused: boolean;
  readonly isTakenBack: boolean;
}

/** The one word for it. A decision on the request comes before what its case says. */
export function neutralStatus(known: KnownStanding): NeutralStatus {
  if (known.isTakenBack) return 'TAKEN_BACK';
  if (known.requestState === 'DECLINED') return 'NOT_POSSIBLE';
  if (known.isPaused) return 'QUIET';
  const ofRequest = OF_REQUESTS[known.requestState ?? ''];
  return ofRequest ?? OF_CASES[known.caseState ?? ''] ?? 'ARRIVED';
}
