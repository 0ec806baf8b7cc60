import type { z } from 'zod';
import type { World } from '../world.js';
import { readParams } from './params.js';

type Method = 'GET' | 'POST' | 'DELETE';

/** One call of the API. */
export interface Route {
  readonly method: Method;
  readonly pattern: RegExp;
  run(world: World, params: unknown, id: string): object;
}

/**
 * Describes a call: its path (`:id` stands for an id), the parameters it knows (any other is refused,
 * as the real API does) and what it does. Pure lookups and changes of the store, nothing asynchronous.
 */
export function route<S extends z.ZodType>(
  method: Method,
  path: string,
  schema: S,
  run: (world: World, params: z.output<S>, id: string) => object,
): Route {
  return {
    method,
    pattern: new RegExp(`^/v1${path.replace(':id', '([A-Za-z0-9_]+)')}$`),
    run: (world, params, id) => run(world, readParams(schema, params), id),
  };
}
