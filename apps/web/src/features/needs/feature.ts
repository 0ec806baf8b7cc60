import type { Feature } from '../../app/feature';

/** Needs: the queue of the desk, and finding money for what is in it. */
export const needs: Feature = {
  name: 'needs',
  places: [
    {
      path: 'queue/:id?',
      operation: 'needQueue',
      load: () => import('./queue-page'),
      rail: {
        label: 'needs:queue.title',
        roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER'],
        isOnPhone: true,
      },
      homeOf: ['COORDINATOR'],
    },
  ],
};
