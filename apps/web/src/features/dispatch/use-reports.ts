import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useApi } from '../../api/api-context';
import { useMe } from '../../session/session';
import { onReports, readReports, speakAs, type Report } from './report-queue';

/** What was reported from this page, sent or not. */
export function useReports(): readonly Report[] {
  return useSyncExternalStore(onReports, readReports);
}

/** Lets reports leave through the present session. */
export function useSpeaker(): void {
  const { id } = useMe();
  const { sealed } = useApi();
  useEffect(() => speakAs(id, sealed), [id, sealed]);
}

/** Calls back once for each report that has got through. */
export function useSentReports(heard: () => void): void {
  const sent = useReports().filter(({ state }) => state === 'SENT').length;
  const before = useRef(sent);
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    if (sent > before.current) latest.current();
    before.current = sent;
  }, [sent]);
}
