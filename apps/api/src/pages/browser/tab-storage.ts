import type { KeyValueStore } from './dom-types.js';

/**
 * Storage for GraphiQL that lives and dies with the browser tab. Every key is prefixed, so that each
 * role keeps its own editor tabs and GraphiQL's "clear" cannot take the session with it.
 */
export function tabStorage(store: KeyValueStore, prefix: string) {
  const ownKeys = (): string[] =>
    Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) =>
      key.startsWith(prefix),
    );
  return {
    get length(): number {
      return ownKeys().length;
    },
    getItem: (key: string): string | null => store.getItem(prefix + key),
    setItem: (key: string, value: string): void => store.setItem(prefix + key, value),
    removeItem: (key: string): void => store.removeItem(prefix + key),
    clear: (): void => ownKeys().forEach((key) => store.removeItem(key)),
  };
}
