import { useSyncExternalStore } from 'react';
import type { ActOutcome } from '../../api/use-act';
import { sendExport, type ImportReport } from './send-export';

/** A file that is looked at or taken in from this tab. */
export interface ImportRun {
  readonly file: File;
  readonly isPreview: boolean;
  readonly startedAt: number;
  /** Null while it runs. */
  readonly outcome: ActOutcome<ImportReport> | null;
}

/** In the memory of this tab, so that one can go to another page and come back; it goes with the tab or the person. */
let run: ImportRun | null = null;
const listeners = new Set<() => void>();

function set(next: ImportRun | null): void {
  run = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What runs or ran last from this tab. */
export function useImportRun(): ImportRun | null {
  return useSyncExternalStore(subscribe, () => run);
}

/** Looks at a file, or takes it in. One at a time. */
export async function startImport(file: File, isPreview: boolean): Promise<void> {
  if (run !== null && run.outcome === null) return;
  const mine: ImportRun = { file, isPreview, startedAt: Date.now(), outcome: null };
  set(mine);
  const outcome = await sendExport(file, isPreview);
  if (run === mine) set({ ...mine, outcome });
}

/** Another file was chosen, or none. */
export function forgetImport(): void {
  if (run?.outcome !== null) set(null);
}
