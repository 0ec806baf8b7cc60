const MINOR_DIGITS = 2;
const PLAIN = /^(?<whole>\d+)(?:[.,](?<part>\d{1,2}))?$/;
const GROUPED =
  /^(?<whole>\d{1,3}(?<sign>[.,])\d{3}(?:\k<sign>\d{3})*)(?:(?!\k<sign>)[.,](?<part>\d{1,2}))?$/;

/**
 * Reads what somebody typed as minor units, kindly: `12,50`, `12.5`, `1 250`, `1.250,00`, `EUR 1,250.00`, `€5`. Of two signs
 * the last one parts the cents; one sign before three digits groups thousands. Null where it is no amount above zero.
 */
export function readKindAmount(text: string): bigint | null {
  const plain = text.replaceAll(/eur|€|[\s\u00a0\u202f'’]/gi, '');
  const match = PLAIN.exec(plain) ?? GROUPED.exec(plain);
  if (match?.groups === undefined) return null;
  const { whole = '', part } = match.groups;
  const minor = BigInt(whole.replaceAll(/[.,]/g, '') + (part ?? '').padEnd(MINOR_DIGITS, '0'));
  return minor > 0n ? minor : null;
}
