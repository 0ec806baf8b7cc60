import type { DonorTexts } from '../domain/donor-texts.js';
import { euros, makeSheet, MARGIN } from './donor-sheet.js';

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

const LABEL_WIDTH = 180;

/** The number as people write it: year and six digits. */
export function receiptNumber({ year, number }: Pick<ReceiptContent, 'year' | 'number'>): string {
  return `${String(year)}-${String(number).padStart(6, '0')}`;
}

/** One neutral page. */
export function renderReceipt(content: ReceiptContent): Promise<Buffer> {
  const { texts, issuedOn } = content;
  return makeSheet({ title: texts.title, day: issuedOn, size: 'A5' }, (sheet) => {
    const rows: readonly (readonly [string, string])[] = [
      [texts.number, receiptNumber(content)],
      [texts.date, issuedOn],
      [texts.amount, euros(content.amountMinor)],
      [texts.receivedBy, content.organization],
    ];
    for (const [label, value] of rows) {
      const top = sheet.y;
      sheet.text(label, MARGIN, top, { width: LABEL_WIDTH });
      sheet.text(value, MARGIN + LABEL_WIDTH / 1.5, top);
      sheet.moveDown(0.6);
    }
    sheet.moveDown(1).text(texts.note, MARGIN);
  });
}
