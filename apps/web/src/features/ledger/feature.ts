import type { Feature } from '../../app/feature';

/** The books: every account, every movement, and the way of one cent. */
export const ledger: Feature = {
  name: 'ledger',
  places: [
    {
      path: 'books',
      operation: 'trialBalance',
      load: () => import('./books-page'),
      rail: { label: 'ledger:books.title', roles: ['FINANCE_OFFICER', 'AUDITOR'], isOnPhone: true },
    },
    { path: 'account/:id', operation: 'accountStatement', load: () => import('./account-page') },
    { path: 'transfer/:id', operation: 'ledgerTransfer', load: () => import('./transfer-page') },
    {
      path: 'cent/:account?/:id?',
      operation: 'accountStatement',
      load: () => import('./cent-page'),
      rail: { label: 'ledger:cent.title', roles: ['AUDITOR'] },
    },
    { path: 'way/:payout', operation: 'accountStatement', load: () => import('./way-page') },
    {
      path: 'books-check',
      operation: 'ledgerCheck',
      load: () => import('./check-page'),
      rail: { label: 'ledger:check.title', roles: ['AUDITOR'] },
    },
  ],
};
