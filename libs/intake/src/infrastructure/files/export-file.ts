import type { RawSubmission } from '../../domain/reading/raw-submission.js';
import { csvSubmissions } from './csv-submissions.js';
import { headOf, type ExportSource } from './export-source.js';
import { UnreadableFile } from './unreadable-file.js';
import { xlsxSubmissions } from './xlsx-submissions.js';

const ZIP_MARK = Buffer.from('PK\u0003\u0004', 'latin1');

/** Submissions of a field tool's export, whatever its name: a workbook begins like a ZIP file. @throws UnreadableFile */
export async function* submissionsOf(source: ExportSource): AsyncGenerator<RawSubmission> {
  const head = await headOf(source, ZIP_MARK.length).catch(() => {
    throw new UnreadableFile('FILE_NOT_FOUND');
  });
  yield* head.equals(ZIP_MARK) ? xlsxSubmissions(source) : csvSubmissions(source);
}
