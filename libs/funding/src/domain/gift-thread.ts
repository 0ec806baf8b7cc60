/** How far money has come on its way to a family. */
export const THREAD_STATUSES = [
  'CONFIRMED',
  'DELIVERED',
  'ON_ITS_WAY',
  'RESERVED',
  'WAITING',
] as const;
export type ThreadStatus = (typeof THREAD_STATUSES)[number];

/** Part of a fund that was used; minor units. */
export interface FundUse {
  readonly status: Exclude<ThreadStatus, 'WAITING'>;
  /** A need group, never a need. */
  readonly group: string;
  readonly amountMinor: bigint;
}

/** Part of a gift; `group` is null for what waits. */
export interface GiftPart {
  readonly status: ThreadStatus;
  readonly group: string | null;
  readonly amountMinor: bigint;
}

/** A gift's place in its fund: what was given before it and what it is worth, minor units. */
export interface GiftPlace {
  readonly beforeMinor: bigint;
  readonly worthMinor: bigint;
}

/**
 * What a gift did. Money in a fund has no names, so what was given first counts as used first: uses are laid side by
 * side, in the order given, and the gift gets those that lie where it lies.
 */
export function giftThread(place: GiftPlace, uses: readonly FundUse[]): readonly GiftPart[] {
  const parts: GiftPart[] = [];
  let placed = 0n;
  for (const { status, group, amountMinor } of usesWithin(place, uses)) {
    placed += amountMinor;
    add(parts, { status, group, amountMinor });
  }
  const waiting = place.worthMinor - placed;
  if (waiting > 0n) add(parts, { status: 'WAITING', group: null, amountMinor: waiting });
  return parts;
}

/** The uses that lie where a gift lies, each with what the gift has in it. */
export function usesWithin<Use extends FundUse>(
  { beforeMinor, worthMinor }: GiftPlace,
  uses: readonly Use[],
): readonly Use[] {
  const end = beforeMinor + worthMinor;
  const within: Use[] = [];
  let at = 0n;
  for (const use of uses) {
    const from = at > beforeMinor ? at : beforeMinor;
    at += use.amountMinor;
    const to = at < end ? at : end;
    if (to > from) within.push({ ...use, amountMinor: to - from });
  }
  return within;
}

/** The parts of a gift that lies in several funds: what came furthest first, each status and group once. */
export function joinParts(parts: readonly GiftPart[]): readonly GiftPart[] {
  const joined: GiftPart[] = [];
  for (const part of parts) add(joined, part);
  const rank = ({ status }: GiftPart): number => THREAD_STATUSES.indexOf(status);
  return joined.toSorted(
    (one, other) =>
      rank(one) - rank(other) || (one.group ?? '').localeCompare(other.group ?? '', 'en'),
  );
}

function add(parts: GiftPart[], part: GiftPart): void {
  const at = parts.findIndex(({ status, group }) => status === part.status && group === part.group);
  const same = parts[at];
  if (same === undefined) parts.push(part);
  else parts[at] = { ...same, amountMinor: same.amountMinor + part.amountMinor };
}
