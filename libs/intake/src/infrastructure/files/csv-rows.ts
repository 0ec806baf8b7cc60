import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { headOf, streamOf, type ExportSource } from './export-source.js';
import { UnreadableFile } from './unreadable-file.js';

const HEAD_BYTES = 65_536;
/** A row with several long texts; a file without line breaks must not fill the memory. */
const MOST_ROW_BYTES = 8_000_000;
const DELIMITERS = [';', ',', '\t'] as const;

/**
 * Rows of a CSV export as lists of texts, headings first: semicolons or commas, quoted or not, with or without a byte
 * order mark. Reads a chunk at a time.
 * @throws UnreadableFile NOT_UTF8 or BROKEN_FILE
 */
export async function* csvRows(source: ExportSource): AsyncGenerator<string[]> {
  const head = await headOf(source, HEAD_BYTES);
  if (isUtf16(head)) throw new UnreadableFile('NOT_UTF8');
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(head.toString('utf8')),
    max_record_size: MOST_ROW_BYTES,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const feeding = pipeline(streamOf(source), parser).catch(() => undefined);
  try {
    for await (const record of parser) yield record as string[];
  } catch {
    throw new UnreadableFile('BROKEN_FILE');
  } finally {
    parser.destroy();
    await feeding;
  }
}

/** The separator that the line of headings has most of, outside of quotes. */
export function delimiterOf(head: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const character of head) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === '\n') break;
    else if (!isQuoted && counts.has(character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted(([, one], [, other]) => other - one);
  return best?.[0] ?? ';';
}

function isUtf16(head: Buffer): boolean {
  const mark = head.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff';
}
