import { useEffect } from 'react';
import { usePages, type Pages } from '../../api/use-pages';
import { useMe } from '../../session/session';
import { useNow } from '../../ui/time';
import { IntakeImportsDocument, type ReadingFragment } from './import.documents';

const PAGE = 20;
const ASK_AGAIN_MS = 1_000;
/** A reading that has taken so long has stopped: the server went away under it. */
const STOPPED_MS = 60 * 60_000;

/** Whether a reading goes on, or was left on the way. */
export function isStopped({ state, startedAt }: ReadingFragment, now: number): boolean {
  return state === 'RUNNING' && now - Date.parse(startedAt) > STOPPED_MS;
}

interface Imports {
  readonly pages: Pages<ReadingFragment>;
  /** The one that I began and that still goes on. */
  readonly running: ReadingFragment | null;
}

/** Files that were read into our inbox; asked for again while one is being read. @param isBusy one has just been sent */
export function useImports(isBusy: boolean): Imports {
  const me = useMe();
  const now = useNow();
  const pages = usePages({
    document: IntakeImportsDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ intakeImports }) => intakeImports,
  });
  const going = pages.nodes.filter((each) => each.state === 'RUNNING' && !isStopped(each, now));
  const isGoing = isBusy || going.length > 0;
  const { refresh } = pages;
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setInterval(refresh, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isGoing, refresh]);
  return { pages, running: going.find(({ startedBy }) => startedBy?.id === me.id) ?? null };
}
