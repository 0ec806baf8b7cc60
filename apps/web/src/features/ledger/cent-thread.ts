import type { StatementLine } from './statement';

/** Part of a gift or grant, and the release that it paid. */
export interface Use {
  readonly release: StatementLine;
  /** Minor units of this money in it. */
  readonly share: bigint;
}

/** Where money that came into a fund went. */
export interface CentThread {
  readonly source: StatementLine;
  readonly fee: StatementLine | null;
  readonly uses: readonly Use[];
  /** Minor units that wait in the fund. */
  readonly waiting: bigint;
}

const units = (line: StatementLine | null): bigint => BigInt(line?.amount.minorUnits ?? '0');

/**
 * Money in a fund has no names, so what came first counts as used first (the rule that donors are told, too): incoming
 * money and releases are laid side by side in the order of the books, and each gift gets the releases that lie where it
 * lies. What came back from a payout is no new money; it is taken off the last release of the same need.
 */
export function threadOf(lines: readonly StatementLine[], transferId: string): CentThread | null {
  const sources = lines.filter(({ side, code }) => side === 'CREDIT' && code !== 'CAME_BACK');
  const source = sources.find((line) => line.transferId === transferId);
  if (source === undefined) return null;
  let from = 0n;
  for (const line of sources) {
    if (line === source) break;
    from += worthOf(line, lines);
  }
  const fee = feeOf(source, lines);
  const end = from + worthOf(source, lines);
  const uses: Use[] = [];
  let at = 0n;
  let used = 0n;
  for (const { release, amount } of releasesOf(lines)) {
    const start = at > from ? at : from;
    at += amount;
    const stop = at < end ? at : end;
    if (stop <= start) continue;
    uses.push({ release, share: stop - start });
    used += stop - start;
  }
  return { source, fee, uses, waiting: end - from - used };
}

function worthOf(source: StatementLine, lines: readonly StatementLine[]): bigint {
  return units(source) - units(feeOf(source, lines));
}

/** The fee of a gift is booked with it, in the same moment. */
function feeOf(source: StatementLine, lines: readonly StatementLine[]): StatementLine | null {
  if (source.code !== 'GIFT') return null;
  return (
    lines.find(({ code, bookedAt }) => code === 'GIFT_FEE' && bookedAt === source.bookedAt) ?? null
  );
}

/** What left the fund for good, less what came back for the same need. */
function releasesOf(lines: readonly StatementLine[]): { release: StatementLine; amount: bigint }[] {
  const back = new Map<string, bigint>();
  for (const { code, reference, amount } of lines) {
    if (code !== 'CAME_BACK' || reference === null) continue;
    back.set(reference, (back.get(reference) ?? 0n) + BigInt(amount.minorUnits));
  }
  const outgoing = lines.filter(({ side, code }) => side === 'DEBIT' && code !== 'GIFT_FEE');
  return outgoing.flatMap((release) => {
    const reference = release.reference ?? '';
    const returned = back.get(reference) ?? 0n;
    const taken = returned < units(release) ? returned : units(release);
    back.set(reference, returned - taken);
    const amount = units(release) - taken;
    return amount > 0n ? [{ release, amount }] : [];
  });
}
