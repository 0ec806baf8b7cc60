import type { Program } from './compile-operation.js';

/** Compiled operations kept; each is a program of its own in memory. */
const MOST_COMPILED = 200;
/** Operations that were answered once and may come again. */
const MOST_CANDIDATES = 500;

/** The operations that are compiled: those that came before and were answered well, the latest of them. */
export class CompiledOperations {
  /** In order of use; null is what cannot be compiled. */
  private readonly compiled = new Map<string, Program | null>();
  private readonly candidates = new Set<string>();

  /** The program of an operation, compiled now where its time has come; null where graphql-js shall do it. */
  find(key: string, compile: () => Program | null): Program | null {
    const known = this.compiled.get(key);
    if (known !== undefined) {
      this.compiled.delete(key);
      this.compiled.set(key, known);
      return known;
    }
    if (!this.candidates.delete(key)) return null;
    const program = compile();
    this.compiled.set(key, program);
    dropOldest(this.compiled, MOST_COMPILED);
    return program;
  }

  /** Whether an operation is compiled, will be, or cannot be. */
  isKnown(key: string): boolean {
    return this.compiled.has(key) || this.candidates.has(key);
  }

  /** Has an operation compiled when it comes again. */
  welcome(key: string): void {
    this.candidates.add(key);
    dropOldest(this.candidates, MOST_CANDIDATES);
  }
}

function dropOldest(kept: Map<string, unknown> | Set<string>, most: number): void {
  if (kept.size <= most) return;
  const [oldest = ''] = kept.keys();
  kept.delete(oldest);
}
