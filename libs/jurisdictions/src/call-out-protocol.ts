import type { CodedEntry, Label } from './coded-entry.js';
import type { NeedPriority } from './need-type.js';

/** One piece of work that a protocol asks volunteers for. It names nobody; who must know more asks the desk. */
export interface ProtocolTask<L extends string = string> {
  /** A kind of task. */
  readonly kind: string;
  readonly priority: NeedPriority;
  /** Minutes from the dispatch until it is due. */
  readonly dueMinutes: number;
  readonly expectedMinutes: number;
  /** What to do. */
  readonly what: Label<L>;
}

/** One need that a protocol writes. Minor units of EUR. */
export interface ProtocolNeed {
  readonly code: string;
  readonly amountMinor: bigint;
}

/** What is done at once when something happens to a family: the first hours, decided on calmly and beforehand. */
export interface CallOutProtocol<L extends string = string> extends CodedEntry<L> {
  readonly priority: NeedPriority;
  /** The kind of fund that its needs draw from. */
  readonly fundKind: 'EMERGENCY';
  readonly tasks: readonly ProtocolTask<L>[];
  readonly needs: readonly ProtocolNeed[];
}

/** The most that one call-out may draw before anybody has signed a second time. Minor units of EUR. */
export interface CallOutCaps {
  /** For P0. */
  readonly lifeAtStakeMinor: bigint;
  readonly otherMinor: bigint;
}

/** The caps of domain.md C5; the second pack uses them too. */
export const STANDARD_CAPS: CallOutCaps = { lifeAtStakeMinor: 150_000n, otherMinor: 50_000n };

/** A protocol's task in one line: kind, priority, due and expected minutes, words. */
export function protocolTask<L extends string>(
  kind: string,
  priority: NeedPriority,
  [dueMinutes, expectedMinutes]: readonly [due: number, expected: number],
  what: Label<L>,
): ProtocolTask<L> {
  return { kind, priority, dueMinutes, expectedMinutes, what };
}

/** Needs by code, in whole euros. */
export function protocolNeeds(euros: Readonly<Record<string, number>>): readonly ProtocolNeed[] {
  return Object.entries(euros).map(([code, amount]) => ({
    code,
    amountMinor: BigInt(amount * 100),
  }));
}
