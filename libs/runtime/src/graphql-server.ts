import helmet from '@fastify/helmet';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  BODY_LIMIT_WITH_DOCUMENT,
  createInputValidation,
  exceedsBodyLimit,
  graphqlOptions,
  requestError,
  TrustedDocuments,
  withDocument,
} from '@kinward/platform';
import { LiveServer } from './live-server.js';
import { KinwardModule, type KinwardOptions } from './kinward.module.js';

export interface GraphqlServerOptions extends KinwardOptions {
  /** Absent: any document is executed, as tests and commands need it. */
  readonly documents?: TrustedDocuments;
}

@Module({})
class ServerModule {
  static forRoot(options: KinwardOptions, documents: TrustedDocuments): DynamicModule {
    const explain = options.config.mode === 'demo';
    return {
      module: ServerModule,
      imports: [
        KinwardModule.forRoot(options),
        GraphQLModule.forRoot(graphqlOptions({ explain, logger: options.logger })),
      ],
      providers: [LiveServer, { provide: TrustedDocuments, useValue: documents }],
    };
  }
}

/** The GraphQL server, ready to listen. The caller adds its pages and calls `listen`. */
export async function createGraphqlServer(
  options: GraphqlServerOptions,
): Promise<NestFastifyApplication> {
  const documents = options.documents ?? TrustedDocuments.any();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_WITH_DOCUMENT,
    logger: false,
    trustProxy: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ServerModule.forRoot(options, documents),
    adapter,
    { logger: false, abortOnError: false, forceCloseConnections: true },
  );
  app.useGlobalPipes(createInputValidation());
  const fastify = adapter.getInstance();
  // A document in a URL would lie in proxy logs and histories.
  fastify.addHook('preHandler', async (request, reply) => {
    if (request.method === 'GET' && request.url.split('?')[0] === '/graphql') {
      await reply
        .code(405)
        .header('allow', 'POST')
        .send({ errors: [{ message: 'Use POST.' }] });
    }
  });
  fastify.addHook('preHandler', async (request, reply) => {
    if (request.url.split('?')[0] !== '/graphql') return;
    if (exceedsBodyLimit(request.headers['content-length'], request.body)) {
      await reply.code(413).send({ errors: [{ message: 'This request is too large.' }] });
    }
  });
  fastify.addHook('preHandler', async (request, reply) => {
    // Behind the limit of a body: a document of ours that is named by its hash counts as its name.
    if (request.url.split('?')[0] !== '/graphql' || request.method !== 'POST') return;
    const body = withDocument(request.body, documents);
    if (body === null && request.body !== null) {
      await reply.code(400).send({ errors: [requestError('UNKNOWN_DOCUMENT')] });
      return;
    }
    request.body = body;
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  await app.register(helmet as never, { referrerPolicy: { policy: 'no-referrer' } } as never);
  return app;
}
