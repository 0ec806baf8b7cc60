import { useState } from 'react';

const STORED = 'columns';

type Stored = Readonly<Record<string, readonly string[]>>;

/** Codes of columns that this browser does not show, by the table. What cannot be read counts as nothing. */
function read(): Stored {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Stored) : {};
  } catch {
    return {};
  }
}

/**
 * Which columns of a table somebody has put away. This device remembers codes alone: a table is known by the codes of its
 * columns, so that no name, id or value can get there.
 */
export function useHiddenColumns(keys: readonly string[]): {
  readonly hidden: readonly string[];
  readonly toggle: (key: string) => void;
} {
  const table = keys.join('.');
  const [stored, setStored] = useState<Stored>(read);
  const list: unknown = stored[table];
  const hidden = Array.isArray(list) ? keys.filter((key) => list.includes(key)) : [];
  const toggle = (key: string): void => {
    const after = hidden.includes(key) ? hidden.filter((each) => each !== key) : [...hidden, key];
    // Another table may have been changed since this one was drawn.
    const all = { ...read(), [table]: after };
    setStored(all);
    localStorage.setItem(STORED, JSON.stringify(all));
  };
  return { hidden, toggle };
}
