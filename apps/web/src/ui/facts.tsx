import type { ReactNode } from 'react';

/** Pairs of a word and what it is; pairs whose value is null are left out. */
export function Facts({
  pairs,
}: {
  readonly pairs: readonly (readonly [word: string, value: ReactNode])[];
}): ReactNode {
  return (
    <dl className="facts">
      {pairs
        .filter(([, value]) => value !== null)
        .map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
