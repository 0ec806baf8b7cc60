import { useKeys } from '../../ui/keys';

/** j and k move between the rows of a page that is no list. */
export function useRowKeys(): void {
  const move = (by: number): void => {
    const rows = [...document.querySelectorAll<HTMLElement>('.day-row')];
    const present = rows.findIndex((row) => row === document.activeElement);
    rows[Math.min(Math.max(present + by, 0), rows.length - 1)]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
}
