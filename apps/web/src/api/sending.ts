/** Seconds in which somebody can still take back what nothing at the desk undoes. */
export const UNDO_MS = 6_000;

/** A lock does not wait longer for a slow line. */
const PATIENCE_MS = 1_000;

const waiting = new Map<string, () => Promise<void>>();
let isLeaving = false;

/** Whether the page is going: requests that begin now have to outlive it. */
export function outlivesPage(): boolean {
  return isLeaving;
}

/** Sends all that still waits; before a session ends, and before a page goes. */
export async function sendAllNow(): Promise<void> {
  if (waiting.size === 0) return;
  const all = Promise.all([...waiting.values()].map((send) => send()));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/**
 * Sends something after {@link UNDO_MS}, as mail programs do.
 * @returns takes it back; false where it is too late
 */
export function sendLater(send: () => Promise<void>): () => boolean {
  const id = crypto.randomUUID();
  const now = async (): Promise<void> => {
    if (!takeBack()) return;
    await send();
  };
  const timer = setTimeout(() => void now(), UNDO_MS);
  const takeBack = (): boolean => {
    clearTimeout(timer);
    return waiting.delete(id);
  };
  waiting.set(id, now);
  return takeBack;
}

/** Watches for the page to go; once for each page. */
export function sendBeforeLeaving(): void {
  addEventListener('pagehide', () => {
    isLeaving = true;
    void sendAllNow();
  });
  addEventListener('pageshow', () => {
    isLeaving = false;
  });
}
