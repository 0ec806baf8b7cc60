import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';

/** One code of a list, shown with its words. */
export function CodeSelect({
  label,
  codes,
  wordOf,
  value,
  change,
  none,
  description,
}: {
  readonly label: string;
  readonly codes: readonly string[];
  readonly wordOf: (code: string) => string;
  readonly value: string;
  readonly change: (code: string) => void;
  /** The words for "none of them"; absent: one must be chosen. */
  readonly none?: string;
  readonly description?: string;
}): ReactNode {
  return (
    <NativeSelect
      label={label}
      description={description}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...codes.map((code) => ({ value: code, label: wordOf(code) })),
      ]}
    />
  );
}
