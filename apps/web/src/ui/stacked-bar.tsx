import type { ReactNode } from 'react';

export interface BarPart {
  readonly label: string;
  /** Minor units or counts; shares of the sum are drawn. */
  readonly value: bigint;
  readonly tone: 'strong' | 'middle' | 'light';
}

/** Shares of a whole as one bar. It repeats what stands in numbers beside it, so it is hidden from screen readers. */
export function StackedBar({ parts }: { readonly parts: readonly BarPart[] }): ReactNode {
  const sum = parts.reduce((total, { value }) => total + value, 0n);
  if (sum <= 0n) return null;
  return (
    <div className="bar" aria-hidden>
      {parts.map(({ label, value, tone }) => (
        <span key={label} title={label} data-tone={tone} style={{ flexGrow: value.toString() }} />
      ))}
    </div>
  );
}
