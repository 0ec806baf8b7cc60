/**
 * Which project may use which: a scope and the scopes its code may import. What is not listed is
 * forbidden, also when it could be reached through another project; the table has no cycle.
 *
 * A new project gets one line here. Test files may use `testing` on top of their project's line.
 */
const BASE = ['kernel', 'platform'];

const LIBRARIES = {
  kernel: [],
  contracts: [],
  migrations: [],
  jurisdictions: ['kernel'],
  platform: ['kernel'],
  identity: BASE,
  vault: [...BASE, 'identity'],
  audit: [...BASE, 'identity'],
  // What an organisation may set is measured by its country's pack.
  organizations: [...BASE, 'identity', 'audit', 'jurisdictions'],
  cases: [...BASE, 'organizations', 'vault', 'audit', 'jurisdictions'],
  safety: [...BASE, 'cases', 'vault', 'audit', 'identity'],
  needs: [...BASE, 'cases', 'organizations', 'vault', 'audit', 'identity', 'jurisdictions'],
  ledger: [...BASE, 'audit'],
  funding: [...BASE, 'ledger', 'organizations', 'audit', 'identity', 'jurisdictions'],
  disbursements: [
    ...BASE,
    'ledger',
    'needs',
    'funding',
    'safety',
    'cases',
    'organizations',
    'vault',
    'audit',
    'identity',
    'jurisdictions',
  ],
  notifications: [...BASE, 'identity', 'audit'],
  volunteers: [...BASE, 'organizations', 'vault', 'audit', 'identity', 'jurisdictions'],
  dispatch: [
    ...BASE,
    'volunteers',
    'needs',
    'cases',
    'safety',
    'disbursements',
    'notifications',
    'organizations',
    'vault',
    'audit',
    'identity',
    'jurisdictions',
  ],
  callouts: [
    ...BASE,
    'dispatch',
    'volunteers',
    'needs',
    'cases',
    'safety',
    'funding',
    'disbursements',
    'notifications',
    'organizations',
    'vault',
    'audit',
    'identity',
    'jurisdictions',
  ],
  publication: [
    ...BASE,
    'cases',
    'needs',
    'funding',
    'organizations',
    'audit',
    'identity',
    'jurisdictions',
  ],
  intake: [
    ...BASE,
    'cases',
    'needs',
    'organizations',
    'vault',
    'audit',
    'identity',
    'jurisdictions',
  ],
  // The families' door: what they ask, say and stop goes through the domains that own it.
  mailbox: [
    ...BASE,
    'intake',
    'disbursements',
    'notifications',
    'cases',
    'organizations',
    'vault',
    'audit',
    'identity',
    'jurisdictions',
  ],
};

/** Screens and exports across domains read every domain; only what composes applications reads them. */
const DOMAINS = Object.keys(LIBRARIES).filter(
  (scope) => !['contracts', 'migrations'].includes(scope),
);
const READ_MODELS = { desk: DOMAINS, reporting: DOMAINS };

/** Puts the modules together, once for every application and for the tests that start one. */
const COMPOSED = [...Object.keys(LIBRARIES), ...Object.keys(READ_MODELS)];
const COMPOSITION = { runtime: COMPOSED };

const EVERY_LIBRARY = [...COMPOSED, ...Object.keys(COMPOSITION)];
const TESTING = {
  testing: [...Object.keys(LIBRARIES), ...Object.keys(COMPOSITION), 'stripe-sandbox'],
};
/** The local payment provider knows nothing of Kinward; whoever starts a server may start it too. */
const SANDBOX = 'stripe-sandbox';
const APPLICATIONS = {
  [SANDBOX]: [],
  api: [...EVERY_LIBRARY, SANDBOX],
  worker: EVERY_LIBRARY,
  cli: [...EVERY_LIBRARY, SANDBOX],
  'api-e2e': EVERY_LIBRARY,
  // It knows the interface alone, by documents that are generated from it.
  web: [],
  'web-e2e': ['runtime'],
};

/** Package names nobody imports: an application is started, not used. */
export const APPLICATION_PACKAGES = `^@kinward/(${Object.keys(APPLICATIONS)
  .filter((name) => name !== SANDBOX)
  .join('|')})(/|$)`;

/** Scope → the scopes it may import. */
export const EDGES = { ...LIBRARIES, ...READ_MODELS, ...COMPOSITION, ...TESTING, ...APPLICATIONS };

/** Scopes whose code runs without any package but itself. */
const WITHOUT_PACKAGES = new Set(['kernel', 'contracts', 'jurisdictions']);

const tag = (scope) => `scope:${scope}`;

/** The table as constraints of @nx/enforce-module-boundaries, for production or for test files. */
export function depConstraints({ tests }) {
  return Object.entries(EDGES).map(([scope, targets]) => ({
    sourceTag: tag(scope),
    onlyDependOnLibsWithTags: [...targets, ...(tests ? ['testing'] : [])].map(tag),
    ...(!tests && WITHOUT_PACKAGES.has(scope) ? { bannedExternalImports: ['*'] } : {}),
  }));
}
