import { defineReasonTexts } from '@kinward/platform';
import type { TaskGuard } from '../domain/task-guards.js';

/** Guards of the state machine that reach people; the others only stop a rule that acts by itself. */
type TaskReason =
  | Exclude<TaskGuard, 'TASK_NOT_DUE' | 'LEASE_NOT_OVER' | 'MAY_STILL_WORK'>
  | 'ANSWERED'
  | 'DETAILS_NOT_SHARED_WITH_YOU'
  | 'TAKEN'
  | 'TASK_ROLE_NOT_ALLOWED';

defineReasonTexts<TaskReason>({
  ANSWERED: 'Somebody has answered already.',
  CASE_NOT_LIVE:
    'The case is closed, paused or in quarantine. Nothing goes out until the family or security says so.',
  DETAILS_NOT_SHARED_WITH_YOU:
    'The details are not sealed to you. Hand the task back, or ask the desk to widen it.',
  DOER_DOES_NOT_VERIFY: 'Whoever did it does not verify it. Ask somebody else.',
  DOES_NOT_FIT_YOU: 'This task no longer fits what you told us about yourself.',
  LEASE_OVER: 'Your time for this task is over. Look at the board for others.',
  NOBODY_FITS: 'Nobody fits this task now. Change what it asks for, or try again later.',
  NOT_ASKED: 'You had this task already, or you were not asked. Choose another one.',
  NO_PERSONAL_DATA: 'What carries personal data is cleared by security, not by a protocol.',
  NO_RENEWAL_LEFT: 'You have taken more time already. Report it, or hand it back.',
  REASON_REQUIRED: 'Please choose a reason from the list.',
  SECURITY_CLEARS_PERSONAL_DATA:
    'This task carries personal data. Ask a security officer to clear it.',
  AUTHOR_DOES_NOT_CLEAR: 'Whoever wrote it does not clear it. Ask somebody else.',
  TAKEN: 'Somebody else was quicker. Thank you; look at the board for others.',
  TASK_IS_DUE: 'The time for this task is over.',
  TASK_ROLE_NOT_ALLOWED: 'Your role does not include this step.',
  TOO_MANY_OPEN_TASKS: 'You have as many tasks as one person may hold. Finish one first.',
  VOLUNTEER_MAY_NOT_WORK: 'You cannot take tasks now. Ask your coordinator.',
});
