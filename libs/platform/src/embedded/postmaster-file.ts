import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

/** The path of `postmaster.pid` in a data directory. */
export function postmasterFile(data: string): string {
  return join(data, 'postmaster.pid');
}

/** Undefined when no server runs there and none died there. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(postmasterFile(data), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
