import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { USER_ERRORS } from './user-error.js';

/** The union `<name>` of one or more successes and every {@link UserError}. */
export function resultUnion(name: string, ...successes: readonly Type<unknown>[]): object {
  return createUnionType({
    name,
    types: () => [...successes, ...USER_ERRORS] as const,
    resolveType: (value: { constructor: Type<unknown> }) => value.constructor,
  }) as object;
}
