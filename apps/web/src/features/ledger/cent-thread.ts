import type { StatementLine } from './statement';

/** Part of a gift or grant, and the release that it paid. */
export interface Use {
  readonly release: StatementLine;
  /** Minor units of this money in it. */
  readonly share: bigint;
}

/** Money that came into a fund, and how much of it a release took. */
export interface Source {
  readonly source: StatementLine;
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

/** A movement with the place that it takes in the fund, in minor units from the beginning. */
interface Span {
  readonly line: StatementLine;
  readonly from: bigint;
  readonly to: bigint;
}

const units = (line: StatementLine | null): bigint => BigInt(line?.amount.minorUnits ?? '0');

/**
 * Money in a fund has no names, so what came first counts as used first (the rule that donors are told, too): incoming
 * money and releases are laid side by side in the order of the books, and each gift gets the releases that lie where it
 * lies. What came back from a payout is no new money; it is taken off the last release of the same need.
 */
export function threadOf(lines: readonly StatementLine[], transferId: string): CentThread | null {
  const place = sourcesIn(lines).find(({ line }) => line.transferId === transferId);
  if (place === undefined) return null;
  const uses = releasesIn(lines).flatMap((release) => {
    const share = overlap(release, place);
    return share > 0n ? [{ release: release.line, share }] : [];
  });
  const used = uses.reduce((sum, { share }) => sum + share, 0n);
  const waiting = place.to - place.from - used;
  return { source: place.line, fee: feeOf(place.line, lines), uses, waiting };
}

/** The other way round: whose money a release was. Null where the fund has no such release. */
export function sourcesOf(
  lines: readonly StatementLine[],
  transferId: string,
): readonly Source[] | null {
  const release = releasesIn(lines).find(({ line }) => line.transferId === transferId);
  if (release === undefined) return null;
  return sourcesIn(lines).flatMap((place) => {
    const share = overlap(release, place);
    return share > 0n ? [{ source: place.line, share }] : [];
  });
}

function overlap(one: Span, other: Span): bigint {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return to > from ? to - from : 0n;
}

function inOrder(amounts: readonly { line: StatementLine; amount: bigint }[]): readonly Span[] {
  let at = 0n;
  return amounts.map(({ line, amount }) => {
    const from = at;
    at += amount;
    return { line, from, to: at };
  });
}

/** What came in, each less its fee. */
function sourcesIn(lines: readonly StatementLine[]): readonly Span[] {
  const incoming = lines.filter(({ side, code }) => side === 'CREDIT' && code !== 'CAME_BACK');
  return inOrder(
    incoming.map((line) => ({ line, amount: units(line) - units(feeOf(line, lines)) })),
  );
}

/** The fee of a gift is booked with it, in the same moment. */
function feeOf(source: StatementLine, lines: readonly StatementLine[]): StatementLine | null {
  if (source.code !== 'GIFT') return null;
  return (
    lines.find(({ code, bookedAt }) => code === 'GIFT_FEE' && bookedAt === source.bookedAt) ?? null
  );
}

/** What left the fund for good, less what came back for the same need. */
function releasesIn(lines: readonly StatementLine[]): readonly Span[] {
  const back = new Map<string, bigint>();
  for (const { code, reference, amount } of lines) {
    if (code !== 'CAME_BACK' || reference === null) continue;
    back.set(reference, (back.get(reference) ?? 0n) + BigInt(amount.minorUnits));
  }
  const outgoing = lines.filter(({ side, code }) => side === 'DEBIT' && code !== 'GIFT_FEE');
  return inOrder(
    outgoing.flatMap((line) => {
      const reference = line.reference ?? '';
      const returned = back.get(reference) ?? 0n;
      const taken = returned < units(line) ? returned : units(line);
      back.set(reference, returned - taken);
      const amount = units(line) - taken;
      return amount > 0n ? [{ line, amount }] : [];
    }),
  );
}
