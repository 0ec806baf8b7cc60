import { devNull } from 'node:os';
import type { Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import {
  createDataSource,
  createLogger,
  deriveServerKeys,
  type AppConfig,
} from '@kinward/platform';
import { createGraphqlServer, ENTITIES } from '@kinward/runtime';

/** The server's interface, without a database behind it. */
export interface GraphqlInterface {
  readonly schema: GraphQLSchema;
  /** Every class that may hold operations. */
  readonly classes: readonly Type<unknown>[];
}

/** Nothing of this is ever used: the server is put together and not started. */
const UNUSED_URL = 'postgres://nobody@127.0.0.1:1/none';
const UNUSED_CONFIG: AppConfig = {
  mode: 'production',
  host: '127.0.0.1',
  port: 0,
  home: '/nonexistent',
  databaseUrl: null,
  keyringUrl: null,
  poolSize: 2,
  trusteeKeys: [],
  kdfConcurrency: 1,
};

/** Builds the interface from the code alone. */
export async function buildGraphqlInterface(): Promise<GraphqlInterface> {
  const app = await createGraphqlServer({
    config: UNUSED_CONFIG,
    serverKeys: deriveServerKeys(Buffer.alloc(32)),
    dataSource: createDataSource({ url: UNUSED_URL, poolSize: 1, entities: ENTITIES }),
    logger: createLogger(devNull),
    keyringUrl: UNUSED_URL,
  });
  await app.init();
  const classes = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.providers.values()].flatMap(({ metatype }) =>
      typeof metatype === 'function' ? [metatype as Type<unknown>] : [],
    ),
  );
  const { schema } = app.get(GraphQLSchemaHost);
  await app.close();
  return { schema, classes: [...new Set(classes)] };
}

/** The schema as text, sorted, so that the same code always gives the same file. */
export function printSorted(schema: GraphQLSchema): string {
  return printSchema(lexicographicSortSchema(schema));
}
