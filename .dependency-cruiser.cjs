// Layers inside a domain and cycles between files. Edges between projects are in
// tools/eslint-rules/module-edges.mjs; what only looks at one file is in eslint.config.mjs.

const TEST = String.raw`(\.(spec|int-spec|e2e-spec|stress-spec|migration-spec)\.ts$|/(test|test-support)/)`;
const PROJECT = '^((?:apps|libs)/[^/]+|migrations)/';
const LIBRARY = '^libs/([^/]+)/src/';
/** Platform and testing have folders of the same names that are no layers. */
const LAYERED = '^libs/(?!(?:platform|testing|contracts)/)([^/]+)/src/';
/** Sealing, keys, hashes and commitments are what these are about: their primitives are its words. */
const CRYPTOGRAPHIC =
  '^libs/(?=(?:audit|identity|vault)/src/domain/|ledger/src/domain/idempotency-hash|disbursements/src/domain/evidence-commitment)([^/]+)/';
const PRIMITIVES = '(^|/)node_modules/(@types/)?(sodium-native|cborg)/|^(node:)?crypto$';
const KERNEL = '^libs/kernel/src/index[.]ts$';
const IDENTITY = '^libs/identity/src/index[.]ts$';
const PLATFORM = '^libs/platform/src/index[.]ts$';
/** Data without a framework: codes, labels and tables of countries. */
const JURISDICTIONS = '^libs/jurisdictions/src/index[.]ts$';
const DOOR = '^(libs/[^/]+|migrations|apps/stripe-sandbox)/src/index[.]ts$';
const OWN = '^libs/$1/src/';
const OWN_LIBRARY = '^libs/$1/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Files that need each other hide a third one. Extract it.',
      {},
      { circular: true },
    ),
    forbid(
      'resolvable',
      'The import leads nowhere: a typo, or a package that is not installed.',
      {},
      { couldNotResolve: true },
    ),
    forbid(
      'domain-is-pure',
      'domain/ decides; it imports kernel, jurisdictions and itself, no framework, no package, no node:.',
      { path: `${LAYERED}domain/`, pathNot: [TEST, CRYPTOGRAPHIC] },
      { pathNot: [`${OWN}domain/`, KERNEL, JURISDICTIONS] },
    ),
    forbid(
      'cryptographic-domain-is-pure',
      'Where sealing is the domain, domain/ may use primitives, a byte encoding and the keys of people.',
      { path: CRYPTOGRAPHIC, pathNot: TEST },
      { pathNot: [`${OWN}domain/`, KERNEL, IDENTITY, PRIMITIVES] },
    ),
    forbid(
      'domain-tests-stay-in-domain',
      'A test of domain/ that needs another layer is a test of that layer.',
      { path: `${LAYERED}domain/.*${TEST}` },
      { path: `${OWN}(application|infrastructure|graphql)/` },
    ),
    forbid(
      'application-knows-no-transport',
      'A use case is called by resolvers, jobs and commands alike: no GraphQL, no HTTP in it.',
      { path: `${LAYERED}application/` },
      {
        path: [`${OWN}graphql/`, '(^|/)node_modules/(graphql|@nestjs/(graphql|apollo)|fastify)/'],
      },
    ),
    forbid(
      'infrastructure-serves',
      'infrastructure/ implements ports and stores; it calls no use case and no resolver.',
      { path: `${LAYERED}infrastructure/`, pathNot: TEST },
      {
        path: `${OWN}(application|graphql)/`,
        pathNot: `${OWN}application/(ports/|.*[.]port[.]ts$)`,
      },
    ),
    forbid(
      'infrastructure-asks-no-other-domain',
      'A repository knows its own tables; what two domains do together is a use case.',
      { path: `${LAYERED}infrastructure/`, pathNot: TEST },
      { path: DOOR, pathNot: [OWN_LIBRARY, KERNEL, PLATFORM] },
    ),
    forbid(
      'graphql-translates',
      'A resolver calls the application layer; rows and repositories stay behind it.',
      { path: `${LAYERED}graphql/`, pathNot: TEST },
      { path: `${OWN}infrastructure/` },
    ),
    forbid(
      'only-the-module-takes-graphql',
      'graphql/ is the outermost layer: only the module wires it.',
      {
        path: LAYERED,
        pathNot: ['^libs/[^/]+/src/(graphql/|index[.]ts$|[^/]+[.]module[.]ts$)', TEST],
      },
      { path: `${OWN}graphql/` },
    ),
    forbid(
      'the-door-shows-types-of-graphql',
      'Other domains may name an object type in their fields; resolvers and loaders stay inside.',
      { path: '^libs/([^/]+)/src/index[.]ts$' },
      { path: `${OWN}graphql/`, pathNot: ['[.]type[.]ts$', '^libs/(platform|testing)/'] },
    ),
    forbid(
      'no-barrel-inside',
      'Inside a project files import each other by name; a barrel there makes cycles.',
      { path: LIBRARY, pathNot: TEST },
      { path: [`${OWN}index[.]ts$`, `${OWN}[^.]*/index[.]ts$`] },
    ),
    forbid(
      'no-other-door',
      'Another project is imported by its name, never by a path into it.',
      { path: PROJECT },
      { path: PROJECT, pathNot: ['^$1/', DOOR] },
    ),
    forbid(
      'no-relative-path-to-another-project',
      'Another project is imported by its name, never by a relative path.',
      { path: PROJECT },
      { path: PROJECT, pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
    ),
    forbid(
      'features-do-not-know-each-other',
      'Pages of two features have nothing of each other: what both show is a part of ui/.',
      { path: '^apps/web/src/features/([^/]+)/' },
      { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    ),
    forbid(
      'features-come-by-the-list',
      'The frame knows features by app/features.ts alone.',
      { path: '^apps/web/src/(?!features/)', pathNot: '^apps/web/src/app/features[.]ts$' },
      { path: '^apps/web/src/features/' },
    ),
    forbid(
      'no-test-tools-in-production',
      'Only tests use @kinward/testing and development packages.',
      { path: PROJECT, pathNot: [TEST, '^apps/[^/]+-e2e/', '^libs/testing/'] },
      { path: '^libs/testing/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Not every dist/: that would take packages such as @nestjs/graphql out of the picture.
    exclude: { path: '^((apps|libs)/[^/]+|migrations)/(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['kinward-source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
