import { assembleSubmission } from '../../domain/reading/assemble-submission.js';
import type { Column } from '../../domain/reading/headings.js';
import type { RawSubmission } from '../../domain/reading/raw-submission.js';
import { columnsOf } from './columns-of.js';
import { csvRows } from './csv-rows.js';
import type { ExportSource } from './export-source.js';
import { isTagRow } from './tag-row.js';
import { UnreadableFile } from './unreadable-file.js';

/** Submissions of a CSV export, which drops the repeat group unless it has columns for it. @throws UnreadableFile */
export async function* csvSubmissions(source: ExportSource): AsyncGenerator<RawSubmission> {
  let columns: Column[] | null = null;
  let place = 0;
  for await (const row of csvRows(source)) {
    if (columns === null) columns = columnsOf(row);
    else if (!(place === 0 && isTagRow(row))) {
      place += 1;
      yield assembleSubmission(columns, row, place, () => null);
    }
  }
  if (columns === null) throw new UnreadableFile('NOT_AN_EXPORT');
}
