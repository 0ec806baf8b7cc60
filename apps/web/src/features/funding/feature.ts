import type { Feature } from '../../app/feature';

/** Money that comes in: funds with their rules, grants, gifts, and what funders are told. */
export const funding: Feature = {
  name: 'funding',
  places: [
    {
      path: 'grants',
      operation: 'grantProgress',
      load: () => import('./grants-page'),
      rail: {
        label: 'funding:myGrants.all',
        roles: ['FOUNDATION_MANAGER', 'COORDINATOR', 'FINANCE_OFFICER'],
        isOnPhone: true,
      },
      homeOf: ['FOUNDATION_MANAGER'],
    },
    {
      path: 'fund-report/:id?',
      operation: 'fundReport',
      load: () => import('./report-page'),
      rail: { label: 'funding:report.title', roles: ['FOUNDATION_MANAGER'], isOnPhone: true },
    },
    {
      path: 'funds',
      operation: 'funds',
      load: () => import('./funds-page'),
      rail: {
        label: 'funding:funds.title',
        roles: ['FINANCE_OFFICER', 'FOUNDATION_MANAGER', 'AUDITOR'],
        isOnPhone: true,
      },
    },
    { path: 'funds/:id', operation: 'funds', load: () => import('./fund-page') },
    { path: 'grants/:id', operation: 'grants', load: () => import('./grant-page') },
    {
      path: 'gifts/:id?',
      operation: 'gifts',
      load: () => import('./gifts-page'),
      rail: { label: 'funding:gifts.title', roles: ['FINANCE_OFFICER', 'AUDITOR'] },
    },
    { path: 'payment-events', operation: 'stripeInbox', load: () => import('./events-page') },
  ],
};
