/** What the guards of the state machine look at, read under the lock of the task. */
export interface TaskFacts {
  readonly carriesPersonalData: boolean;
  readonly actorId: string | null;
  readonly authorId: string;
  readonly holderId: string | null;
  /** The actor may clear what carries personal data. */
  readonly isSecurity: boolean;
  readonly reason: string | null;
  /** Nobody is late: the task itself. */
  readonly isDue: boolean;
  /** The lease of the holder has run out. */
  readonly isLeaseOver: boolean;
  readonly renewalsLeft: number;
  /** The case it is for is neither ended nor halted; true where there is none. */
  readonly caseIsLive: boolean;
  /** How many people the details are sealed to who may still be asked. */
  readonly peopleToAsk: number;
  /** The volunteer's standing lets them work at all. */
  readonly mayWork: boolean;
  /** Tier, country, languages, skills, hours and "no" of the volunteer fit. */
  readonly fits: boolean;
  /** The volunteer was asked, and has not had it before. */
  readonly wasAsked: boolean;
  readonly openTasks: number;
  readonly openTaskLimit: number;
}

/** The guards by name; `true` lets pass. A guard that fails refuses with its own name as the reason. */
export const TASK_GUARDS = {
  AUTHOR_DOES_NOT_CLEAR: ({ actorId, authorId }) => actorId !== authorId,
  SECURITY_CLEARS_PERSONAL_DATA: ({ carriesPersonalData, isSecurity }) =>
    !carriesPersonalData || isSecurity,
  NO_PERSONAL_DATA: ({ carriesPersonalData }) => !carriesPersonalData,
  TASK_IS_DUE: ({ isDue }) => !isDue,
  TASK_NOT_DUE: ({ isDue }) => isDue,
  CASE_NOT_LIVE: ({ caseIsLive }) => caseIsLive,
  NOBODY_FITS: ({ peopleToAsk }) => peopleToAsk > 0,
  VOLUNTEER_MAY_NOT_WORK: ({ mayWork }) => mayWork,
  DOES_NOT_FIT_YOU: ({ fits }) => fits,
  NOT_ASKED: ({ wasAsked }) => wasAsked,
  TOO_MANY_OPEN_TASKS: ({ openTasks, openTaskLimit }) => openTasks < openTaskLimit,
  LEASE_OVER: ({ isLeaseOver }) => !isLeaseOver,
  LEASE_NOT_OVER: ({ isLeaseOver }) => isLeaseOver,
  MAY_STILL_WORK: ({ mayWork }) => !mayWork,
  NO_RENEWAL_LEFT: ({ renewalsLeft }) => renewalsLeft > 0,
  REASON_REQUIRED: ({ reason }) => reason !== null,
  DOER_DOES_NOT_VERIFY: ({ actorId, holderId }) => actorId !== holderId,
} as const satisfies Readonly<Record<string, (facts: TaskFacts) => boolean>>;

export type TaskGuard = keyof typeof TASK_GUARDS;
