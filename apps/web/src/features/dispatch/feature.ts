import type { Feature } from '../../app/feature';

/** Tasks: what volunteers take and do, and the desk that runs them. */
export const dispatch: Feature = {
  name: 'dispatch',
  places: [
    {
      path: 'board',
      operation: 'taskBoard',
      load: () => import('./board-page'),
      rail: { label: 'dispatch:board.title', roles: ['VOLUNTEER'], isOnPhone: true },
      homeOf: ['VOLUNTEER'],
    },
    {
      path: 'my-tasks/:id?',
      operation: 'myTasks',
      load: () => import('./my-tasks-page'),
      rail: { label: 'dispatch:mine.title', roles: ['VOLUNTEER'], isOnPhone: true },
    },
    {
      path: 'my-hours',
      operation: 'myHours',
      load: () => import('./hours-page'),
      rail: { label: 'dispatch:hours.title', roles: ['VOLUNTEER'] },
    },
    {
      path: 'tasks/:id?',
      operation: 'tasks',
      load: () => import('./tasks-page'),
      rail: {
        label: 'dispatch:desk.title',
        roles: ['COORDINATOR', 'CASEWORKER', 'SECURITY_OFFICER'],
        isOnPhone: true,
      },
    },
  ],
};
