import type { Feature } from '../../app/feature';

/** Families and the work with them: a caseworker’s day, the list, the file, opening one, who carries how much. */
export const cases: Feature = {
  name: 'cases',
  places: [
    {
      path: 'my-day',
      operation: 'caseList',
      load: () => import('./my-day-page'),
      rail: { label: 'cases:day.title', roles: ['CASEWORKER'], isOnPhone: true },
      homeOf: ['CASEWORKER'],
    },
    {
      path: 'cases/:id?/:tab?',
      operation: 'caseList',
      load: () => import('./case-list-page'),
      rail: { label: 'cases:list.title', roles: ['COORDINATOR', 'CASEWORKER'], isOnPhone: true },
    },
    {
      path: 'open-case',
      operation: 'openCase',
      load: () => import('./open-case-page'),
    },
    {
      path: 'caseload',
      operation: 'caseload',
      load: () => import('./caseload-page'),
      rail: { label: 'cases:load.title', roles: ['COORDINATOR', 'SECURITY_OFFICER'] },
    },
  ],
};
