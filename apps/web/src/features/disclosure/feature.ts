import type { Feature } from '../../app/feature';

/** The disclosure log: who opened whose identity, when, and for which purpose. */
export const disclosure: Feature = {
  name: 'disclosure',
  places: [
    {
      path: 'disclosures',
      operation: 'disclosureLog',
      load: () => import('./log-page'),
      rail: {
        label: 'disclosure:title',
        roles: ['SECURITY_OFFICER', 'AUDITOR'],
        isOnPhone: true,
      },
      homeOf: ['SECURITY_OFFICER', 'AUDITOR'],
    },
    {
      path: 'samples/:id?',
      operation: 'paymentSamples',
      load: () => import('./samples-page'),
      rail: { label: 'disclosure:sample.title', roles: ['AUDITOR'] },
    },
    { path: 'exposure', operation: 'personExposure', load: () => import('./exposure-page') },
    { path: 'audit', operation: 'verifyAuditChain', load: () => import('./audit-page') },
    { path: 'guarded', operation: 'guardedCases', load: () => import('./guarded-page') },
  ],
};
