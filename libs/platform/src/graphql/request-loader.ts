import DataLoader from 'dataloader';
import type { Actor } from '../permissions/actor.js';
import type { RequestContext } from './request-context.js';

/**
 * Base of the per-request loaders: nested fields that ask one by one are answered by one statement, in the scope of
 * the request's actor. For off-path fields only; a list screen gets its rows set-based (performance.md, recipe).
 */
export abstract class RequestLoader<Value> {
  /** Values of all keys at once, in any order; a missing key reads as null. */
  protected abstract loadMany(
    actor: Actor,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Value>>;

  /** The value of one key, batched with its neighbours in the same request. */
  load(context: RequestContext, key: string): Promise<Value | null> {
    const name = this.constructor.name;
    const existing = context.loaders.get(name) as DataLoader<string, Value | null> | undefined;
    if (existing !== undefined) return existing.load(key);
    const loader = new DataLoader<string, Value | null>(async (keys) => {
      const actor = (await context.actor) ?? null;
      const values = actor === null ? new Map<string, Value>() : await this.loadMany(actor, keys);
      return keys.map((wanted) => values.get(wanted) ?? null);
    });
    context.loaders.set(name, loader as DataLoader<string, unknown>);
    return loader.load(key);
  }
}
