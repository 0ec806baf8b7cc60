import type { Feature } from '../../app/feature';

/** Volunteers: their own time and word, and the desk that vets them. */
export const volunteers: Feature = {
  name: 'volunteers',
  places: [
    {
      path: 'vetting',
      operation: 'vettingDuties',
      load: () => import('./duties-page'),
      rail: { label: 'volunteers:vetting.title', roles: ['COORDINATOR', 'SECURITY_OFFICER'] },
    },
    {
      path: 'vetting/applications/:id?',
      operation: 'volunteerApplications',
      load: () => import('./applications-page'),
    },
    {
      path: 'vetting/people/:id?',
      operation: 'volunteers',
      load: () => import('./volunteers-page'),
    },
    {
      path: 'my-time',
      operation: 'myVolunteering',
      load: () => import('./my-time-page'),
      rail: { label: 'volunteers:mine.title', roles: ['VOLUNTEER'], isOnPhone: true },
    },
    {
      path: 'references',
      operation: 'referenceRequests',
      load: () => import('./references-page'),
      rail: {
        label: 'volunteers:references.title',
        roles: [
          'VOLUNTEER',
          'CASEWORKER',
          'FINANCE_OFFICER',
          'FOUNDATION_MANAGER',
          'ADMINISTRATOR',
        ],
      },
    },
  ],
};
