import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import {
  OPERATION_KINDS,
  OPERATION_METADATA,
  PUBLIC_METADATA,
  type OperationKind,
  type parsePermissionTable,
} from '@kinward/platform';
import type { GraphQLSchema } from 'graphql';

type PermissionRow = ReturnType<typeof parsePermissionTable>[number];

/** A method, as far as its declarations matter. */
type Handler = (...args: never[]) => unknown;

/** An operation as its resolver declares it. */
export interface DeclaredOperation {
  readonly name: string;
  readonly kind: OperationKind;
  /** The row that `@Allow` names; null without one. */
  readonly allows: string | null;
  /** True with `@Public`. */
  readonly isPublic: boolean;
}

// The keys under which @nestjs/graphql keeps what @Query, @Mutation and @Subscription said.
const KIND = 'graphql:resolver_type';
const NAME = 'graphql:resolver_name';

/** Reads what the resolver classes declare. */
export function declaredOperations(classes: readonly Type<unknown>[]): DeclaredOperation[] {
  return classes.flatMap((resolver) =>
    handlersOf(resolver).flatMap(([method, handler]) => {
      const said: unknown = Reflect.getMetadata(KIND, handler);
      const kind = OPERATION_KINDS.find((one) => one === String(said).toLowerCase());
      if (kind === undefined) return [];
      const name = (Reflect.getMetadata(NAME, handler) as string | undefined) ?? method;
      const allows =
        (Reflect.getMetadata(OPERATION_METADATA, handler) as string | undefined) ?? null;
      const isPublic = Reflect.hasMetadata(PUBLIC_METADATA, handler);
      return [{ name, kind, allows, isPublic }];
    }),
  );
}

/** Names of all root operations of the schema, with their kind. */
export function schemaOperations(
  schema: GraphQLSchema,
): { readonly name: string; readonly kind: OperationKind }[] {
  const of = (kind: OperationKind, fields: object | undefined) =>
    Object.keys(fields ?? {}).map((name) => ({ name, kind }));
  return [
    ...of('query', schema.getQueryType()?.getFields()),
    ...of('mutation', schema.getMutationType()?.getFields()),
    ...of('subscription', schema.getSubscriptionType()?.getFields()),
  ];
}

/** One sentence for everything in which page, schema and resolvers differ. */
export function permissionProblems(input: {
  readonly rows: readonly PermissionRow[];
  readonly schema: readonly { readonly name: string; readonly kind: string }[];
  readonly declared: readonly DeclaredOperation[];
}): string[] {
  const { rows, schema, declared } = input;
  const rowOf = new Map(rows.map((row) => [row.operation, row]));
  const names = new Set(declared.map(({ name }) => name));
  const unruled = schema
    .filter(({ name, kind }) => rowOf.get(name)?.kind !== kind)
    .map(({ name, kind }) => `${name}: docs/permissions.md has no row for this ${kind}`);
  const unseen = schema
    .filter(({ name }) => !names.has(name))
    .map(({ name }) => `${name}: no resolver declares who may call it`);
  const wrong = declared.flatMap((operation) => {
    const anonymous = rowOf.get(operation.name)?.anonymous ?? false;
    return declarationProblems(operation, anonymous);
  });
  return [...unruled, ...unseen, ...wrong];
}

function declarationProblems(operation: DeclaredOperation, anonymous: boolean): string[] {
  const { name, allows, isPublic } = operation;
  if (isPublic && !anonymous) return [`${name}: public, but its row does not say anonymous`];
  if (isPublic) return [];
  if (anonymous) return [`${name}: its row says anonymous, but it asks for a session`];
  if (allows === null) return [`${name}: declares no permission`];
  return allows === name ? [] : [`${name}: @Allow names "${allows}"`];
}

function handlersOf(resolver: Type<unknown>): [string, Handler][] {
  const prototype = resolver.prototype as object | undefined;
  if (prototype === undefined) return [];
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(
    ([name, { value }]): [string, Handler][] =>
      typeof value === 'function' && name !== 'constructor' ? [[name, value as Handler]] : [],
  );
}
