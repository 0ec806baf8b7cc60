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

/** How cases leave the desk: seldom wanted, so it stands at the end of the rail. */
export const caseEndings: Feature = {
  name: 'cases',
  places: [
    {
      path: 'hand-overs/:id?',
      operation: 'caseTransfers',
      load: () => import('./hand-overs-page'),
      rail: { label: 'cases:transfer.list', roles: ['COORDINATOR'] },
    },
    {
      path: 'erasures',
      operation: 'caseErasures',
      load: () => import('./erasures-page'),
      // The appointment of a data-protection officer is no role; often it is the auditor's.
      rail: {
        label: 'cases:erasure.list',
        roles: ['SECURITY_OFFICER', 'AUDITOR'],
        isAppointed: async (api) =>
          (await import('./data-protection')).isDataProtectionOfficer(api),
      },
    },
  ],
};
