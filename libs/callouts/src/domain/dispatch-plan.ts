import {
  findNeedType,
  type CallOutProtocol,
  type JurisdictionPack,
  type ProtocolNeed,
} from '@kinward/jurisdictions';
import { err, invalidInput, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { CallOutPriority } from './call-out-codes.js';

/** What one dispatch sets aside. Amounts are minor units of EUR. */
export interface DispatchPlan {
  readonly protocol: CallOutProtocol;
  readonly needs: readonly ProtocolNeed[];
  readonly totalMinor: bigint;
  readonly capMinor: bigint;
}

const MOST_NEEDS = 8;

/** The most that one call-out may draw (domain.md C5), in minor units. */
export function capOf({ callOutCaps }: JurisdictionPack, priority: CallOutPriority): bigint {
  return priority === 'P0' ? callOutCaps.lifeAtStakeMinor : callOutCaps.otherMinor;
}

/**
 * What the protocol of a trigger sets aside, or the needs that the dispatcher names instead. Errors: INVALID_INPUT
 * `triggerCode`, `needs`; REFUSED `CALL_OUT_CAP_EXCEEDED`.
 * @param hasFamily without one there is nobody to write needs for
 */
export function planDispatch(
  pack: JurisdictionPack,
  order: {
    readonly triggerCode: string;
    readonly priority: CallOutPriority;
    readonly needs: readonly ProtocolNeed[] | null;
    readonly hasFamily: boolean;
  },
): Result<DispatchPlan, DomainError> {
  const protocol = findProtocol(pack, order.triggerCode);
  if (protocol === undefined) return err(invalidInput('triggerCode', 'UNKNOWN_CODE'));
  const needs = order.needs ?? (order.hasFamily ? protocol.needs : []);
  const fault = faultOf(pack, needs, order.hasFamily);
  if (fault !== null) return err(invalidInput('needs', fault));
  const totalMinor = needs.reduce((sum, need) => sum + need.amountMinor, 0n);
  const capMinor = capOf(pack, order.priority);
  if (totalMinor > capMinor) return err(refused('CALL_OUT_CAP_EXCEEDED'));
  return ok({ protocol, needs, totalMinor, capMinor });
}

/** The protocol of a trigger, or undefined where the pack has none. */
export function findProtocol(pack: JurisdictionPack, trigger: string): CallOutProtocol | undefined {
  return pack.callOutProtocols.find((protocol) => protocol.code === trigger);
}

function faultOf(
  pack: JurisdictionPack,
  needs: readonly ProtocolNeed[],
  hasFamily: boolean,
): string | null {
  if (needs.length > 0 && !hasFamily) return 'CASE_REQUIRED';
  if (needs.length > MOST_NEEDS) return 'TOO_MANY';
  if (needs.some(({ code }) => findNeedType(pack, code) === undefined)) return 'UNKNOWN_CODE';
  return new Set(needs.map(({ code }) => code)).size === needs.length ? null : 'REPEATED';
}
