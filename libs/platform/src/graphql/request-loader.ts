import DataLoader from 'dataloader';
import type { RequestContext } from './request-context.js';

/**
 * Base of the per-request loaders: nested fields that ask one by one are answered by one statement.
 * For off-path fields only; a list screen gets its rows set-based (performance.md, recipe).
 */
export abstract class RequestLoader<Value> {
  /** Rows for all keys at once, in any order; a missing key reads as null. */
  protected abstract loadMany(keys: readonly string[]): Promise<ReadonlyMap<string, Value>>;

  /** The value of one key, batched with its neighbours in the same request. */
  load(context: RequestContext, key: string): Promise<Value | null> {
    const name = this.constructor.name;
    const existing = context.loaders.get(name) as DataLoader<string, Value | null> | undefined;
    if (existing !== undefined) return existing.load(key);
    const loader = new DataLoader<string, Value | null>(async (keys) => {
      const values = await this.loadMany(keys);
      return keys.map((wanted) => values.get(wanted) ?? null);
    });
    context.loaders.set(name, loader as DataLoader<string, unknown>);
    return loader.load(key);
  }
}
