import { crc32, deflateRawSync } from 'node:zlib';
import type { ExportRow } from './household-export.js';

export interface CsvStyle {
  readonly delimiter?: string;
  readonly bom?: boolean;
  /** Columns in another order, with columns that the form does not have. */
  readonly shuffled?: boolean;
  readonly tagRow?: boolean;
  /** 0 and 1 per choice instead of a summary. */
  readonly choicesOnly?: boolean;
}

type Cells = readonly string[];

/** Headings and cells of the submissions, in the shape of KoboToolbox. */
export function tableOf(rows: readonly ExportRow[], style: CsvStyle = {}): Cells[] {
  const paths = Object.keys(rows[0]?.answers ?? {});
  const codes = [
    ...new Set(rows.flatMap(({ answers }) => (answers['needs/codes'] ?? '').split(' '))),
  ].filter((code) => code !== '');
  const columns: [string, (row: ExportRow) => string][] = [
    ['start', () => '2026-11-01T17:01:31.000+02:00'],
    ...paths
      .filter((path) => style.choicesOnly !== true || path !== 'needs/codes')
      .map((path): [string, (row: ExportRow) => string] => [
        path,
        (row) => row.answers[path] ?? '',
      ]),
    ...codes.map((code): [string, (row: ExportRow) => string] => [
      `needs/codes/${code}`,
      (row) => ((row.answers['needs/codes'] ?? '').split(' ').includes(code) ? '1' : '0'),
    ]),
    ['_id', ({ index }) => String(700_000 + index)],
    ['_uuid', ({ uuid }) => uuid],
    ['_submission_time', () => '2026-11-01T17:01:31'],
    ['_status', () => 'submitted_via_web'],
    ['__version__', () => 'vTest'],
    ['meta/rootUuid', ({ rootUuid }) => rootUuid],
    ['_index', ({ index }) => String(index)],
  ];
  if (style.shuffled === true) {
    columns.reverse();
    columns.splice(3, 0, ['needs/ a new question', () => ''], ['unheard_of', () => '7']);
  }
  const tags =
    style.tagRow === true ? [columns.map((_, place) => (place % 2 === 0 ? '#tag+x' : ''))] : [];
  return [
    columns.map(([heading]) => heading),
    ...tags,
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ];
}

/** A CSV export with every cell quoted. */
export function csvOf(rows: readonly ExportRow[], style: CsvStyle = {}): Buffer {
  const { delimiter = ';', bom = true } = style;
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = tableOf(rows, style).map((cells) => cells.map(quoted).join(delimiter));
  return Buffer.from(`${bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`, 'utf8');
}

/** An XLSX export with the members in a sheet of their own. */
export function xlsxOf(rows: readonly ExportRow[]): Buffer {
  const members: Cells[] = rows.flatMap(({ index, members: all }) =>
    all.map((member) => [...MEMBER_FIELDS.map((name) => member[name] ?? ''), String(index)]),
  );
  const headings = [...MEMBER_FIELDS.map((name) => `household_members/${name}`), '_parent_index'];
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="household_intake" sheetId="1" r:id="rId1"/>
      <sheet name="household_members" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetOf(tableOf(rows)),
    'xl/worksheets/sheet2.xml': sheetOf([headings, ...members]),
  });
}

const MEMBER_FIELDS = ['full_name', 'relation', 'birth_year', 'sex', 'vulnerability'];

export function sheetOf(table: readonly Cells[]): string {
  const rows = table.map((cells) => {
    const row = cells.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`);
    return `<row>${row.join('')}</row>`;
  });
  return `<?xml version="1.0"?><worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** A ZIP file of these parts. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8');
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([uint32(LOCAL), common, title, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([uint32(CENTRAL), Buffer.from([20, 0]), common, rest, title]));
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, central, uint32(END), end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
