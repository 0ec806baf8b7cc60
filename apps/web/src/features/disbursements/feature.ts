import type { Feature } from '../../app/feature';

/** Payouts: signing, releasing, following them, and stopping them. */
export const disbursements: Feature = {
  name: 'disbursements',
  places: [
    {
      path: 'releases/:id?',
      operation: 'reconcileDisbursement',
      load: () => import('./releases-page'),
      rail: { label: 'disbursements:releases.title', roles: ['FINANCE_OFFICER'], isOnPhone: true },
      homeOf: ['FINANCE_OFFICER'],
    },
    {
      path: 'approvals/:id?',
      operation: 'approveDisbursement',
      load: () => import('./approvals-page'),
      rail: { label: 'disbursements:approvals.title', roles: ['COORDINATOR'], isOnPhone: true },
    },
    {
      path: 'clearance/:id?',
      operation: 'clearDisbursement',
      load: () => import('./clearance-page'),
      rail: {
        label: 'disbursements:clearance.title',
        roles: ['SECURITY_OFFICER'],
        isOnPhone: true,
      },
    },
    {
      path: 'payouts/:id?',
      operation: 'disbursements',
      load: () => import('./payouts-page'),
      rail: { label: 'disbursements:payouts.title', roles: ['CASEWORKER', 'AUDITOR'] },
    },
    {
      path: 'new-payout/:id?',
      operation: 'draftDisbursement',
      load: () => import('./draft-page'),
    },
    {
      path: 'freezes',
      operation: 'disbursementFreezes',
      load: () => import('./freezes-page'),
      rail: { label: 'disbursements:freezes.title', roles: ['SECURITY_OFFICER'] },
    },
  ],
};
