import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import type { KinwardLogger } from '../logging/logger.js';
import { documentRules, DOCUMENT_LIMITS } from './document-rules.js';
import { reportFailures } from './report-failures.js';
import { formatRequestError } from './request-errors.js';
import { noSubscriptionRule } from './no-subscription.rule.js';
import { createRequestContext, type RequestContext } from './request-context.js';

/** Largest request body in bytes; a document that comes with it does not count (see {@link exceedsBodyLimit}). */
export const BODY_LIMIT = 100_000;

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
