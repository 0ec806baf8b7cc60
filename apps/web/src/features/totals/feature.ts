import type { Feature } from '../../app/feature';

/** Numbers of a month before everybody may read them. */
export const totals: Feature = {
  name: 'totals',
  places: [
    {
      path: 'public-totals',
      operation: 'totalsSnapshots',
      load: () => import('./totals-page'),
      rail: {
        label: 'totals:title',
        roles: ['COORDINATOR', 'FINANCE_OFFICER', 'SECURITY_OFFICER', 'AUDITOR'],
      },
    },
  ],
};
