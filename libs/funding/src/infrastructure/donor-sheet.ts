import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

const FONT = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

/** Points around what is written. */
export const MARGIN = 60;

type Sheet = InstanceType<typeof PDFDocument>;

/** A neutral sheet. It carries no time of making, no author and no producer that would tell anything. */
export function makeSheet(
  head: { readonly title: string; readonly day: string; readonly size: 'A4' | 'A5' },
  write: (sheet: Sheet) => void,
): Promise<Buffer> {
  const day = new Date(`${head.day}T00:00:00Z`);
  const sheet = new PDFDocument({
    size: head.size,
    margin: MARGIN,
    font: FONT,
    info: { Title: head.title, Producer: '', Creator: '', CreationDate: day, ModDate: day },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk));
    sheet.on('end', () => resolve(Buffer.concat(chunks)));
    sheet.on('error', reject);
  });
  sheet.fontSize(20).text(head.title).moveDown(1.5).fontSize(10);
  write(sheet);
  sheet.end();
  return finished;
}

/** `1234` → `12.34 EUR`. */
export function euros(minor: bigint | string): string {
  const digits = minor.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)} EUR`;
}
