import type { Feature } from '../../app/feature';

/** People of the organisation, who is on duty, the rules they work by, and what nothing protects. */
export const people: Feature = {
  name: 'people',
  places: [
    {
      path: 'people',
      operation: 'colleagues',
      load: () => import('./people-page'),
      rail: {
        label: 'people:list.title',
        roles: ['ADMINISTRATOR', 'SECURITY_OFFICER'],
        isOnPhone: true,
      },
      homeOf: ['ADMINISTRATOR'],
    },
    {
      path: 'duty',
      operation: 'dutyList',
      load: () => import('./duty-page'),
      rail: {
        label: 'people:duty.title',
        roles: ['COORDINATOR', 'CASEWORKER'],
      },
    },
    {
      path: 'settings',
      operation: 'me',
      load: () => import('./settings-page'),
      // The others come from the pages of people and duty: their rails are full.
      rail: { label: 'people:settings.title', roles: ['FINANCE_OFFICER'] },
    },
    {
      path: 'not-protected',
      operation: 'me',
      load: () => import('./not-protected-page'),
      rail: {
        label: 'people:threats.title',
        roles: [
          'ADMINISTRATOR',
          'AUDITOR',
          'CASEWORKER',
          'COORDINATOR',
          'FINANCE_OFFICER',
          'FOUNDATION_MANAGER',
          'SECURITY_OFFICER',
          'VOLUNTEER',
        ],
      },
    },
  ],
};
