import type { Feature } from '../../app/feature';

/** Call-outs: what cannot wait, from the alarm to whoever stays with the family. */
export const callouts: Feature = {
  name: 'callouts',
  places: [
    {
      path: 'call-outs/:id?',
      operation: 'callOutList',
      load: () => import('./call-outs-page'),
      rail: {
        label: 'callouts:list.title',
        roles: ['COORDINATOR', 'CASEWORKER', 'SECURITY_OFFICER', 'FINANCE_OFFICER'],
        isOnPhone: true,
      },
    },
  ],
};
