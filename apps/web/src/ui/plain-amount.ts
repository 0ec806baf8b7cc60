const MINOR_DIGITS = 2;

/** `1250` cents as `12.50`: to be changed by hand, sorted, or read by a spreadsheet; exact however large it is. */
export function plainAmount(minorUnits: string): string {
  const sign = minorUnits.startsWith('-') ? '-' : '';
  const digits = minorUnits.replace('-', '').padStart(MINOR_DIGITS + 1, '0');
  return `${sign}${digits.slice(0, -MINOR_DIGITS)}.${digits.slice(-MINOR_DIGITS)}`;
}
