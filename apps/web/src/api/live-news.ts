import { useEffect, useRef } from 'react';
import { pipe, subscribe } from 'wonka';
import type { Api } from './client';
import { LiveFeedDocument } from './live.documents';

type Heard = () => void;

/** News of the same moment are read once. */
const SETTLE_MS = 250;

const listeners = new Map<Heard, readonly string[]>();

/** Calls back after news of these families of topics, such as `need`; many at once count as one. */
export function useNews(topics: readonly string[], heard: Heard): void {
  const latest = useRef(heard);
  latest.current = heard;
  const key = topics.join(' ');
  useEffect(() => {
    if (key === '') return undefined;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const listener: Heard = () => {
      waiting ??= setTimeout(() => {
        waiting = null;
        latest.current();
      }, SETTLE_MS);
    };
    listeners.set(listener, key.split(' '));
    return () => {
      listeners.delete(listener);
      if (waiting !== null) clearTimeout(waiting);
    };
  }, [key]);
}

/**
 * Follows the live feed of a session. Whoever was away gets what was missed; where too much was missed, every screen is
 * read anew.
 * @param tell hears whether the feed runs
 * @returns stops it
 */
export function followNews(api: Api, tell: (isRunning: boolean) => void): () => void {
  let cursor: string | null = null;
  let stop: (() => void) | null = null;
  const listen = (): void => {
    stop?.();
    const input = cursor === null ? {} : { after: cursor };
    const { unsubscribe } = pipe(
      api.sealed.subscription(LiveFeedDocument, { input }),
      subscribe(({ data }) => {
        const item = data?.liveFeed;
        if (item === undefined) return;
        cursor = item.cursor;
        tell(true);
        if (item.__typename === 'LiveReadAnew') announce(null);
        else if (item.__typename === 'LiveEvent') announce(item.topic);
      }),
    );
    stop = unsubscribe;
  };
  const offs = [
    api.live.on('closed', () => tell(false)),
    // The library subscribes again with the old cursor: ours is newer.
    api.live.on('connected', (_socket, _payload, wasRetry) => {
      if (wasRetry) setTimeout(listen, 0);
    }),
  ];
  listen();
  return () => {
    offs.forEach((off) => off());
    stop?.();
    void api.live.dispose();
  };
}

/** Null concerns everybody. */
function announce(topic: string | null): void {
  const family = topic?.split('.')[0] ?? null;
  for (const [listener, topics] of listeners) {
    if (family === null || topics.includes(family)) listener();
  }
}
