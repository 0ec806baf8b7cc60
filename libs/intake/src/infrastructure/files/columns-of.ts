import { asks } from '../../domain/reading/assemble-submission.js';
import { readHeadings, type Column } from '../../domain/reading/headings.js';
import { UnreadableFile } from './unreadable-file.js';

/**
 * Columns of an export of the intake form. @throws UnreadableFile NOT_AN_EXPORT for any other file: without the
 * question for consent every row of it would be refused, and nobody would know why
 */
export function columnsOf(headings: readonly string[]): Column[] {
  const columns = readHeadings(headings);
  if (!asks(columns, 'consent/given')) throw new UnreadableFile('NOT_AN_EXPORT');
  return columns;
}
