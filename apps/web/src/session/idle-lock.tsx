import { useEffect } from 'react';
import { useSession } from './session';

/** Minutes without a key, a touch or a movement after which the desk locks; the server ends a session after 20. */
const IDLE_MINUTES = 10;
const MINUTE_MS = 60_000;
const CHECK_MS = 5_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks the desk when nobody is there. A machine that slept is idle for as long as it slept. */
export function IdleLock(): null {
  const { state, lock } = useSession();
  useEffect(() => {
    if (state !== 'OPEN') return undefined;
    let lastSign = Date.now();
    const note = (): void => {
      lastSign = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - lastSign > IDLE_MINUTES * MINUTE_MS) void lock();
    }, CHECK_MS);
    for (const sign of SIGNS) addEventListener(sign, note, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) removeEventListener(sign, note);
    };
  }, [state, lock]);
  return null;
}
