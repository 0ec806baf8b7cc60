import {
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLRequestListener,
  type GraphQLResponse,
  type GraphQLServerContext,
} from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Inject } from '@nestjs/common';
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import type { AppConfig } from '../../config/app-config.js';
import { KinwardLogger } from '../../logging/logger.js';
import { APP_CONFIG } from '../../time/tokens.js';
import { reportFailures } from '../report-failures.js';
import type { RequestContext } from '../request-context.js';
import { formatRequestError } from '../request-errors.js';
import { isCompilable } from './compilable.js';
import { compileOperation } from './compile-operation.js';
import { CompiledOperations } from './compiled-operations.js';
import { prepareSchema } from './prepare-schema.js';

/**
 * Executes queries that come again as compiled programs (graphql-jit), the rest with graphql-js. The answer is the same
 * (test/graphql-jit.int-spec.ts), guards and interceptors are inside of the resolvers and run as ever. Apollo
 * neither formats nor reports errors of an answer that a plugin gives, so that is done here; the hook
 * `executionDidStart` of other plugins does not run, and no plugin of ours may need it.
 *
 * Only what a signed-in person has been answered without an error is compiled: a stranger's documents cost no compiling.
 */
@Plugin()
export class GraphqlJitPlugin implements ApolloServerPlugin<RequestContext> {
  private readonly operations = new CompiledOperations();

  constructor(
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'graphqlJit' | 'mode'>,
    @Inject(KinwardLogger) private readonly logger: KinwardLogger,
  ) {}

  serverWillStart({ schema }: GraphQLServerContext): Promise<void> {
    if (this.config.graphqlJit !== false) prepareSchema(schema);
    return Promise.resolve();
  }

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    if (this.config.graphqlJit === false) return Promise.resolve({});
    return Promise.resolve({
      responseForOperation: (request) => this.answer(request),
      willSendResponse: (request) => this.remember(request),
    });
  }

  private async answer(
    request: GraphQLRequestContextResponseForOperation<RequestContext>,
  ): Promise<GraphQLResponse | null> {
    const { schema, document, operation, contextValue } = request;
    if (operation === undefined || operation === null) return null;
    const compile = () => compileOperation(schema, document, operation);
    const program = this.operations.find(keyOf(request), compile);
    const result = await program?.(contextValue, request.request.variables ?? {});
    return result === undefined || result === null ? null : this.respond(result);
  }

  private respond({ data = null, errors }: ExecutionResult): GraphQLResponse {
    if (errors !== undefined) reportFailures(this.logger, errors.map(withCause));
    const formatted = errors?.map(({ message, path, extensions }) =>
      this.format({ message, path, extensions }),
    );
    return {
      http: { status: undefined, headers: new HeaderMap() },
      body: {
        kind: 'single',
        singleResult: { data, ...(formatted === undefined ? {} : { errors: formatted }) },
      },
    };
  }

  private format({
    message,
    path,
    extensions,
  }: Pick<GraphQLFormattedError, 'message' | 'path' | 'extensions'>): GraphQLFormattedError {
    const explain = this.config.mode === 'demo';
    return formatRequestError(
      {
        message,
        ...(path === undefined ? {} : { path }),
        ...(extensions === undefined ? {} : { extensions }),
      },
      explain,
    );
  }

  private async remember(
    request: GraphQLRequestContextWillSendResponse<RequestContext>,
  ): Promise<void> {
    const { operation, document, contextValue, response } = request;
    if (!operation || document === undefined || response.body.kind !== 'single') return;
    if (response.body.singleResult.errors !== undefined) return;
    const key = keyOf(request);
    if (this.operations.isKnown(key) || !isCompilable(document, operation)) return;
    const actor = await contextValue.actor;
    if (actor !== null && actor !== undefined) this.operations.welcome(key);
  }
}

function keyOf(request: { queryHash?: string; operationName?: string | null }): string {
  return `${request.queryHash ?? ''}:${request.operationName ?? ''}`;
}

/** Compiled code names no cause where a value does not fit its type; it is a failure of ours all the same. */
function withCause(error: GraphQLError): GraphQLError {
  if (error.originalError !== undefined) return error;
  return new GraphQLError(error.message, { path: error.path, originalError: new Error() });
}
