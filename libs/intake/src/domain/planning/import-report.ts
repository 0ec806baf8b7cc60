import type { TextWarning } from '../reading/neutral-text.js';

/** What became of one row. Codes and numbers only: nothing of what stands in it. */
export type RowOutcome =
  | { readonly kind: 'ACCEPTED'; readonly warnings: readonly TextWarning[] }
  | { readonly kind: 'DUPLICATE' }
  | { readonly kind: 'TO_CORRECT'; readonly field: string; readonly code: string }
  | { readonly kind: 'REFUSED'; readonly code: 'NO_CONSENT' };

export interface RowToCorrect {
  readonly index: number;
  readonly field: string;
  readonly code: string;
}

/** What is remembered of an import that was read to its end. */
export interface KeptReport {
  readonly corrected: number;
  readonly duplicates: readonly number[];
  readonly toCorrect: readonly RowToCorrect[];
  readonly warnings: readonly { readonly index: number; readonly codes: readonly TextWarning[] }[];
}

/** What an import says about a file, by the export's own row numbers. */
export class ImportReport {
  accepted = 0;
  /** Rows that replaced an earlier version of themselves or propose to. */
  corrected = 0;
  rows = 0;
  readonly duplicates: number[] = [];
  readonly toCorrect: RowToCorrect[] = [];
  readonly refused: number[] = [];
  readonly warnings: { readonly index: number; readonly codes: readonly TextWarning[] }[] = [];

  add(index: number, outcome: RowOutcome): void {
    this.rows += 1;
    switch (outcome.kind) {
      case 'ACCEPTED':
        this.accepted += 1;
        if (outcome.warnings.length > 0) this.warnings.push({ index, codes: outcome.warnings });
        break;
      case 'DUPLICATE':
        this.duplicates.push(index);
        break;
      case 'TO_CORRECT':
        this.toCorrect.push({ index, field: outcome.field, code: outcome.code });
        break;
      case 'REFUSED':
        this.refused.push(index);
    }
  }

  /** Without the rows that nobody consented to: that they were counted is all that stays of them. */
  toKeep(): KeptReport {
    const { corrected, duplicates, toCorrect, warnings } = this;
    return { corrected, duplicates, toCorrect, warnings };
  }

  /** The shape that programs read; one code per row, rows in the order of their numbers. */
  toJson(): {
    readonly accepted: number;
    readonly duplicates: readonly number[];
    readonly to_correct: Readonly<Record<string, string>>;
    readonly refused: Readonly<Record<string, string>>;
    readonly warnings: Readonly<Record<string, string>>;
  } {
    const byIndex = (entries: readonly (readonly [number, string])[]): Record<string, string> =>
      Object.fromEntries(entries.toSorted(([one], [other]) => one - other));
    return {
      accepted: this.accepted,
      duplicates: this.duplicates.toSorted((one, other) => one - other),
      to_correct: byIndex(this.toCorrect.map(({ index, code }) => [index, code])),
      refused: byIndex(this.refused.map((index) => [index, 'NO_CONSENT'])),
      warnings: byIndex(this.warnings.map(({ index, codes }) => [index, codes[0] ?? ''])),
    };
  }
}
