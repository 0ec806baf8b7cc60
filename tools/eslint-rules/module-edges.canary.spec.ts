import { describe, expect, it } from '@jest/globals';
import { depConstraints, EDGES } from './module-edges.mjs';

type Edges = Record<string, string[]>;

/** A way from a scope back to itself, if there is one. */
function findCycle(edges: Edges, path: string[]): string[] | undefined {
  for (const target of edges[path.at(-1) ?? ''] ?? []) {
    if (path.includes(target)) return [...path, target];
    const cycle = findCycle(edges, [...path, target]);
    if (cycle) return cycle;
  }
  return undefined;
}

const cycleOf = (edges: Edges): string[] | undefined =>
  Object.keys(edges)
    .map((scope) => findCycle(edges, [scope]))
    .find((cycle) => cycle !== undefined);

describe('the table of module edges', () => {
  it('has no cycle, and a cycle would be seen', () => {
    expect(cycleOf(EDGES)).toBeUndefined();
    expect(cycleOf({ ...EDGES, kernel: ['cases'] })).toBeDefined();
  });

  it('names only scopes that have a line of their own', () => {
    const named: string[] = Object.values(EDGES as Edges).flat();

    expect(named.filter((scope) => !(scope in EDGES))).toEqual([]);
  });

  it('lets only applications and what composes them import what crosses all domains', () => {
    const users = Object.keys(EDGES).filter((scope) => (EDGES as Edges)[scope]?.includes('desk'));

    expect(users.sort()).toEqual(['api', 'api-e2e', 'cli', 'runtime', 'worker']);
  });

  it('gives migrations to applications, what composes them and test tools only', () => {
    const users = Object.keys(EDGES).filter((scope) =>
      (EDGES as Edges)[scope]?.includes('migrations'),
    );

    expect(users.sort()).toEqual(['api', 'api-e2e', 'cli', 'runtime', 'testing', 'worker']);
  });

  it('gives testing to test files and to nobody else', () => {
    const allows = (tests: boolean): boolean[] =>
      depConstraints({ tests }).map(
        ({ onlyDependOnLibsWithTags: tags }: { onlyDependOnLibsWithTags: string[] }) =>
          tags.includes('scope:testing'),
      );

    expect(new Set(allows(true))).toEqual(new Set([true]));
    expect(new Set(allows(false))).toEqual(new Set([false]));
  });
});
