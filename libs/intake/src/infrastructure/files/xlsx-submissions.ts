import {
  addTick,
  assembleSubmission,
  isTicked,
  presentText,
} from '../../domain/reading/assemble-submission.js';
import { readMemberHeading, type Column } from '../../domain/reading/headings.js';
import type { RawMember, RawSubmission } from '../../domain/reading/raw-submission.js';
import { columnsOf } from './columns-of.js';
import type { ExportSource } from './export-source.js';
import { isTagRow } from './tag-row.js';
import { MemberStore } from './member-store.js';
import { sheetRows } from './sheet-rows.js';
import { UnreadableFile } from './unreadable-file.js';
import { readWorkbook, type Workbook } from './workbook.js';
import { ZipArchive } from './zip-archive.js';

/** Submissions of a workbook with the members of their households. @throws UnreadableFile */
export async function* xlsxSubmissions(source: ExportSource): AsyncGenerator<RawSubmission> {
  const zip = await ZipArchive.open(source);
  try {
    const workbook = await readWorkbook(zip);
    const { main, repeats } = await sortSheets(zip, workbook);
    const store = repeats.length === 0 ? null : new MemberStore();
    for (const part of repeats) if (store !== null) await readMembers(zip, part, workbook, store);
    let columns: Column[] | null = null;
    let place = 0;
    for await (const row of sheetRows(zip, main, workbook)) {
      if (row.every((cell) => cell === '')) continue;
      if (columns === null) columns = columnsOf(row);
      else if (!(place === 0 && isTagRow(row))) {
        place += 1;
        yield assembleSubmission(columns, row, place, (index) => store?.take(index) ?? null);
      }
    }
  } finally {
    zip.close();
  }
}

/** The first sheet that is no repeat group, and those that are. */
async function sortSheets(
  zip: ZipArchive,
  workbook: Workbook,
): Promise<{ main: string; repeats: string[] }> {
  let main: string | null = null;
  const repeats: string[] = [];
  for (const { part } of workbook.sheets) {
    const headings = await firstRow(zip, part, workbook);
    if (headings.includes('_parent_index')) repeats.push(part);
    else if (headings.length > 0) main ??= part;
  }
  if (main === null) throw new UnreadableFile('NOT_AN_EXPORT');
  return { main, repeats };
}

async function firstRow(zip: ZipArchive, part: string, workbook: Workbook): Promise<string[]> {
  for await (const row of sheetRows(zip, part, workbook)) {
    if (row.some((cell) => cell !== '')) return row.map((cell) => cell.trim());
  }
  return [];
}

async function readMembers(
  zip: ZipArchive,
  part: string,
  workbook: Workbook,
  store: MemberStore,
): Promise<void> {
  let columns: Column[] | null = null;
  for await (const row of sheetRows(zip, part, workbook)) {
    if (columns === null) columns = row.map(readMemberHeading);
    else {
      const { parent, member } = memberOf(columns, row);
      if (parent !== null && member !== null) store.add(parent, member);
    }
  }
}

function memberOf(
  columns: readonly Column[],
  row: readonly string[],
): { parent: number | null; member: RawMember | null } {
  const members = new Map<number, RawMember>();
  let parent: number | null = null;
  columns.forEach((column, index) => {
    const text = presentText(row[index]);
    if (text === '') return;
    if (column.kind === 'META' && column.name === 'PARENT_INDEX') parent = Number(text);
    if (column.kind === 'MEMBER') members.set(0, { ...members.get(0), [column.field]: text });
    if (column.kind === 'MEMBER_CHOICE' && isTicked(text)) addTick(members, 0, column.choice);
  });
  return { parent, member: members.get(0) ?? null };
}
