import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** One process that can be killed. */
export interface Mortal {
  /** Resolves with what it said when it was ready; rejects with its exit code when it ends before. */
  readonly isReady: Promise<{ readonly port?: number }>;
  readonly hasExited: Promise<unknown>;
  /** Ends it in the middle of whatever it does; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Watches a process that says by a message that it is ready. */
export function mortal(child: ChildProcess): Mortal {
  const hasExited = once(child, 'exit');
  const ended = hasExited.then(async ([code, signal]: (number | string | null)[]) => {
    // What it said last may still be on the channel.
    if (child.connected) await once(child, 'disconnect');
    throw new Error(`the process ended with ${String(code ?? signal)} before it was ready`);
  });
  const told = once(child, 'message').then(([said]: { port?: number }[]) => said ?? {});
  const isReady = Promise.race([told, ended]);
  // Not everybody waits for it, and somebody who kills a process early does not want to hear of it.
  isReady.catch(() => undefined);
  return {
    isReady,
    hasExited,
    kill: async () => {
      child.kill('SIGKILL');
      await hasExited;
    },
  };
}
