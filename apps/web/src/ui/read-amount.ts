const MINOR_DIGITS = 2;

/** Reads what somebody typed (`12`, `12.50`, `1 250,00`) as minor units; null where it is no amount above zero. */
export function readAmount(text: string): string | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  const match = /^(?<whole>\d{1,12})(?:\.(?<part>\d{1,2}))?$/.exec(plain);
  if (match?.groups === undefined) return null;
  const { whole = '', part = '' } = match.groups;
  const minor = BigInt(whole + part.padEnd(MINOR_DIGITS, '0'));
  return minor > 0n ? minor.toString() : null;
}
