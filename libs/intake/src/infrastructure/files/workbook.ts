import { posix } from 'node:path';
import { isDateFormat } from './excel-date.js';
import { UnreadableFile } from './unreadable-file.js';
import { readXml } from './xml-events.js';
import type { ZipArchive } from './zip-archive.js';

/** What the sheets of a workbook share. */
export interface Workbook {
  /** Parts of the sheets, in the order of their tabs. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedStrings: readonly string[];
  /** By number of a cell's style: whether its number is a day. */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean;
}

const FOLDER = 'xl';
/** Texts that cells share lie in memory together. */
const MOST_SHARED_CHARACTERS = 40_000_000;

/** Reads the small parts of a workbook. @throws UnreadableFile */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook> {
  if (!zip.has('xl/workbook.xml')) throw new UnreadableFile('NOT_AN_EXPORT');
  const parts = await readRelations(zip);
  const tabs: { name: string; relation: string }[] = [];
  let from1904 = false;
  await readXml(zip.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      tabs.push({ name: attributes.name ?? '', relation: relation ?? '' });
    },
  });
  const sheets = tabs.flatMap(({ name, relation }) => {
    const part = parts.get(relation);
    return part !== undefined && zip.has(part) ? [{ name, part }] : [];
  });
  const [sharedStrings, dateStyles] = [await readSharedStrings(zip), await readDateStyles(zip)];
  return { sheets, sharedStrings, dateStyles, from1904 };
}

async function readRelations(zip: ZipArchive): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const file = 'xl/_rels/workbook.xml.rels';
  if (!zip.has(file)) return parts;
  await readXml(zip.read(file), {
    open: (name, { Id = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const isAbsolute = Target.startsWith('/');
      parts.set(Id, isAbsolute ? Target.slice(1) : posix.normalize(`${FOLDER}/${Target}`));
    },
  });
  return parts;
}

async function readSharedStrings(zip: ZipArchive): Promise<string[]> {
  const strings: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return strings;
  let text = '';
  let characters = 0;
  let isText = false;
  let isPhonetic = false;
  await readXml(zip.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      if (name === 't') isText = true;
    },
    text: (part) => {
      if (isText && !isPhonetic) text += part;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      characters += text.length;
      if (characters > MOST_SHARED_CHARACTERS) throw new UnreadableFile('ZIP_TOO_LARGE');
      strings.push(text);
    },
  });
  return strings;
}

async function readDateStyles(zip: ZipArchive): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  if (!zip.has('xl/styles.xml')) return styles;
  let isCellFormats = false;
  await readXml(zip.read('xl/styles.xml'), {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') isCellFormats = true;
      if (name !== 'xf' || !isCellFormats) return;
      const id = Number(attributes.numFmtId ?? 0);
      styles.push(isDateFormat(id, formats.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return styles;
}
