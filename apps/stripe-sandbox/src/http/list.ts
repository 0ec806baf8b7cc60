import { z } from 'zod';
import type { World } from '../world.js';
import { noSuch } from './api-error.js';
import { page } from './params.js';
import { route, type Route } from './route.js';

interface Row {
  readonly id: string;
  readonly object: string;
}

type Page = z.output<z.ZodObject<typeof page>>;

/** `GET` of a list, newest first, with cursors, the `created` filter and filters of its own. */
export function listRoute<S extends z.ZodRawShape>(
  path: string,
  filters: S,
  rows: (world: World, params: z.output<z.ZodObject<S>>) => readonly Row[],
): Route {
  const schema = z.strictObject({ ...page, ...filters });
  return route('GET', path, schema, (world, params) =>
    listOf(`/v1${path}`, rows(world, params as z.output<z.ZodObject<S>>), params as Page),
  );
}

/** One page of a list. */
export function listOf(url: string, rows: readonly Row[], params: Page): object {
  const limit = params.limit ?? 10;
  const within = rows.filter((row) => isWithin(createdOf(row), params.created));
  const cursor = params.starting_after ?? params.ending_before;
  const at = cursor === undefined ? -1 : within.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && at < 0) throw noSuch('object', cursor, 'starting_after');
  const isBackwards = params.ending_before !== undefined && params.starting_after === undefined;
  const rest = isBackwards ? within.slice(0, at) : within.slice(at + 1);
  const data = isBackwards ? rest.slice(-limit) : rest.slice(0, limit);
  return { object: 'list', url, has_more: rest.length > limit, data };
}

function createdOf(row: Row): number {
  return (row as { created?: number }).created ?? 0;
}

function isWithin(created: number, filter: Page['created']): boolean {
  if (filter === undefined) return true;
  if (typeof filter === 'number') return created === filter;
  const { gt, gte, lt, lte } = filter;
  return (
    (gt === undefined || created > gt) &&
    (gte === undefined || created >= gte) &&
    (lt === undefined || created < lt) &&
    (lte === undefined || created <= lte)
  );
}
