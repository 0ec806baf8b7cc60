import { useEffect, useRef } from 'react';

/**
 * Keeps what is being written when its form is left: by another place of the desk, by another window in front of this
 * one. A page that would be closed or loaded anew before it is kept asks first.
 * @param isUnkept whether something would be lost @param keep sends it
 */
export function useLeaveGuard(isUnkept: () => boolean, keep: () => Promise<void>): void {
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (!isUnkept()) return;
      void latest.current();
      event.preventDefault();
    };
    const hide = (): void => {
      if (document.visibilityState === 'hidden') void latest.current();
    };
    window.addEventListener('beforeunload', ask);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('visibilitychange', hide);
      void latest.current();
    };
  }, [isUnkept]);
}
