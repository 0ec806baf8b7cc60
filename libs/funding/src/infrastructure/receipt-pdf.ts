import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { DonorTexts } from '../domain/donor-texts.js';

/** What stands on a receipt. */
export interface ReceiptContent {
  readonly year: number;
  readonly number: number;
  readonly issuedOn: string;
  readonly amountMinor: string;
  readonly organization: string;
  readonly locale: string;
  readonly texts: DonorTexts['receipt'];
}

const FONT = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const MARGIN = 60;
const LABEL_WIDTH = 180;

/** The number as people write it: year and six digits. */
export function receiptNumber({ year, number }: Pick<ReceiptContent, 'year' | 'number'>): string {
  return `${String(year)}-${String(number).padStart(6, '0')}`;
}

/** One neutral page. It carries no time of making, no author and no producer that would tell anything. */
export function renderReceipt(content: ReceiptContent): Promise<Buffer> {
  const { texts } = content;
  const day = new Date(`${content.issuedOn}T00:00:00Z`);
  const document = new PDFDocument({
    size: 'A5',
    margin: MARGIN,
    font: FONT,
    info: { Title: texts.title, Producer: '', Creator: '', CreationDate: day, ModDate: day },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  document.fontSize(20).text(texts.title).moveDown(1.5).fontSize(10);
  const rows: readonly (readonly [string, string])[] = [
    [texts.number, receiptNumber(content)],
    [texts.date, content.issuedOn],
    [texts.amount, `${euros(content.amountMinor)} EUR`],
    [texts.receivedBy, content.organization],
  ];
  for (const [label, value] of rows) {
    const top = document.y;
    document.text(label, MARGIN, top, { width: LABEL_WIDTH });
    document.text(value, MARGIN + LABEL_WIDTH / 1.5, top);
    document.moveDown(0.6);
  }
  document.moveDown(1).text(texts.note, MARGIN);
  document.end();
  return finished;
}

/** `1234` → `12.34`. */
function euros(minor: string): string {
  const digits = minor.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
