import type { ImportReport } from './send-export';
import type { IntakeImportQuery } from './import.documents';

type KeptImport = Extract<
  IntakeImportQuery['intakeImport'],
  { readonly __typename: 'IntakeImportWithRows' }
>;

export const ROW_KINDS = ['toCorrect', 'duplicate', 'refused', 'warned'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** What became of a row; rows that were plainly accepted are only counted. */
export interface ReportRow {
  readonly row: number;
  readonly what: RowKind;
  /** Question of the form and what is wrong with it, or codes of what was made harmless. */
  readonly field: string | null;
  readonly codes: readonly string[];
}

/** A report, whether it came as the answer or was looked up later. */
export interface Report {
  readonly rows: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly toCorrect: number;
  readonly list: readonly ReportRow[];
}

interface Sources {
  readonly toCorrect: readonly {
    readonly row: number;
    readonly field: string;
    readonly code: string;
  }[];
  readonly duplicates: readonly number[];
  readonly refused: readonly number[];
  readonly warnings: readonly { readonly row: number; readonly codes: readonly string[] }[];
}

function listOf({ toCorrect, duplicates, refused, warnings }: Sources): readonly ReportRow[] {
  const plain = (what: RowKind) => (row: number) => ({ row, what, field: null, codes: [] });
  return [
    ...toCorrect.map(({ row, field, code }) => {
      return { row, what: 'toCorrect', field, codes: [code] } as const;
    }),
    ...duplicates.map(plain('duplicate')),
    ...refused.map(plain('refused')),
    ...warnings.map(({ row, codes }) => ({ row, what: 'warned', field: null, codes }) as const),
  ].toSorted((one, other) => one.row - other.row);
}

/** The answer to an import or a preview. */
export function reportOf(answer: ImportReport): Report {
  const { rows, accepted, corrected, toCorrect, duplicates, refused } = answer;
  return {
    ...{ rows, accepted, corrected, list: listOf(answer) },
    ...{ toCorrect: toCorrect.length, duplicates: duplicates.length, refused: refused.length },
  };
}

/** What the desk has kept of an import; of rows without consent it has their number alone. */
export function keptReportOf(kept: KeptImport): Report {
  const { rowsDone, accepted, corrected, refused, rowsToCorrect, duplicateRows, warnings } = kept;
  const sources = { toCorrect: rowsToCorrect, duplicates: duplicateRows, refused: [], warnings };
  return {
    ...{ rows: rowsDone, accepted, corrected: corrected ?? 0, refused, list: listOf(sources) },
    ...{ toCorrect: rowsToCorrect.length, duplicates: duplicateRows.length },
  };
}
