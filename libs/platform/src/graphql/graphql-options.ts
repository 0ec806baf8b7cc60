import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import type { ValidationRule } from 'graphql';
import type { KinwardLogger } from '../logging/logger.js';
import { reportFailures } from './report-failures.js';
import { formatRequestError } from './request-errors.js';
import { noSubscriptionRule } from './no-subscription.rule.js';
import { createRequestContext, type RequestContext } from './request-context.js';
import { selectionSizeRule } from './selection-size.rule.js';

/** Limits on a document (security.md § 5). The widest screen of ours stays below each. */
export const DOCUMENT_LIMITS = {
  depth: 8,
  aliases: 15,
  directives: 20,
  tokens: 2_000,
  cost: 6_000,
  /** Members of one selection. */
  selection: 100,
};

/** Largest request body in bytes; a document that comes with it does not count (see {@link exceedsBodyLimit}). */
export const BODY_LIMIT = 100_000;

/** The checks of a document beyond those of the language. */
export function documentRules() {
  const armor = new ApolloArmor({
    maxDepth: { n: DOCUMENT_LIMITS.depth, exposeLimits: false },
    maxAliases: { n: DOCUMENT_LIMITS.aliases, exposeLimits: false },
    maxDirectives: { n: DOCUMENT_LIMITS.directives, exposeLimits: false },
    // It would parse once more, outside of the request's own error handling: a typing error became HTTP 500.
    maxTokens: { enabled: false },
    costLimit: { maxCost: DOCUMENT_LIMITS.cost, exposeLimits: false },
  });
  const { plugins, validationRules } = armor.protect();
  return {
    plugins,
    validationRules: [
      ...validationRules,
      selectionSizeRule(DOCUMENT_LIMITS.selection),
    ] as readonly ValidationRule[],
  };
}

/** Settings of the GraphQL server; `explain` is for the demo's explorer only. */
export function graphqlOptions(options: {
  readonly explain: boolean;
  readonly logger: KinwardLogger;
}): ApolloDriverConfig {
  const { plugins, validationRules } = documentRules();
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    playground: false,
    graphiql: false,
    introspection: options.explain,
    hideSchemaDetailsFromClientErrors: !options.explain,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    autoTransformHttpErrors: false,
    // It wraps every field of every answer: a third of the CPU of a list (performance.md, recipe).
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      finishRequest,
      logFailures(options.logger),
      ...plugins,
    ],
    parseOptions: { maxTokens: DOCUMENT_LIMITS.tokens },
    validationRules: [...validationRules, noSubscriptionRule],
    formatError: (formatted) => formatRequestError(formatted, options.explain),
    context: (request: FastifyRequest) =>
      createRequestContext(request.headers.authorization ?? null, request.ip),
  } as ApolloDriverConfig;
}

/** Wipes what a request opened, whatever its outcome. */
const finishRequest: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue }) => {
        for (const finish of (contextValue as RequestContext).onFinished) finish();
        return Promise.resolve();
      },
    }),
};

/** Writes what went wrong on our side. */
function logFailures(logger: KinwardLogger): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors }) => Promise.resolve(reportFailures(logger, errors)),
      }),
  };
}
