import { useLayoutEffect, useRef } from 'react';

const TICKED: readonly string[] = ['checkbox', 'radio'];

/** Whether a key belongs to what somebody is writing, or to a dialog over the page. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    (['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) && !isTick(target, event.key)) ||
    target.closest('[role="dialog"], [role="menu"]') !== null
  );
}

/** Keys of a page while nobody writes, by `KeyboardEvent.key`. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  // Before the page is painted: a key that is pressed as soon as something can be seen counts.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = isTyping(event) ? undefined : latest.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** A tick takes the space bar and the arrows, no letters: after a click on a filter `j` goes on to the first row. */
function isTick(target: HTMLElement, key: string): boolean {
  return target instanceof HTMLInputElement && TICKED.includes(target.type) && /^[^ ]$/.test(key);
}
