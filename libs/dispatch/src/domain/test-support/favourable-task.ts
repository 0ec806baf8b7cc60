import type { TaskFacts } from '../task-guards.js';

/** Facts under which every guard of a person passes. */
export const favourableTask: TaskFacts = {
  carriesPersonalData: true,
  actorId: 'p-actor',
  authorId: 'p-author',
  holderId: 'p-holder',
  isSecurity: true,
  reason: 'NO_TIME',
  isDue: false,
  isLeaseOver: false,
  renewalsLeft: 1,
  caseIsLive: true,
  peopleToAsk: 5,
  mayWork: true,
  fits: true,
  wasAsked: true,
  openTasks: 0,
  openTaskLimit: 3,
};
