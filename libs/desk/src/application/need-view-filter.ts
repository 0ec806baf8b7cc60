import { findEntry, isJurisdictionCode, jurisdictionPack } from '@kinward/jurisdictions';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { NeedQueueOrder } from './need-queue.sql.js';

/** What a view keeps: codes, switches and an order. No text that somebody wrote, because it could name a family. */
export interface NeedViewFilter {
  readonly states?: readonly string[] | null;
  readonly priorities?: readonly string[] | null;
  readonly codes?: readonly string[] | null;
  readonly groups?: readonly string[] | null;
  readonly region?: string | null;
  readonly mine?: boolean | null;
  readonly unassigned?: boolean | null;
  readonly overdue?: boolean | null;
  readonly waitingForFunds?: boolean | null;
  readonly orderBy: NeedQueueOrder;
}

/**
 * The view in the one form in which it is kept, so that the same view is kept once: codes sorted, what filters nothing
 * left out. INVALID_INPUT `filter.codes`, `filter.groups`, `filter.region` with UNKNOWN_CODE for what the country's
 * pack does not have.
 */
export function checkView(
  filter: NeedViewFilter,
  jurisdiction: string,
): Result<NeedViewFilter, DomainError> {
  const pack = isJurisdictionCode(jurisdiction) ? jurisdictionPack(jurisdiction) : null;
  const types = new Set(pack?.needTypes.map(({ code }) => code));
  const groups = new Set(pack?.needGroups.map(({ code }) => code));
  if (!(filter.codes ?? []).every((code) => types.has(code))) return unknown('filter.codes');
  if (!(filter.groups ?? []).every((code) => groups.has(code))) return unknown('filter.groups');
  const region = filter.region ?? null;
  const isRegion =
    region === null || (pack !== null && findEntry(pack, 'regionClasses', region) !== undefined);
  if (!isRegion) return unknown('filter.region');
  return ok({
    ...listed('states', filter.states),
    ...listed('priorities', filter.priorities),
    ...listed('codes', filter.codes),
    ...listed('groups', filter.groups),
    ...(region === null ? {} : { region }),
    ...(filter.mine === true ? { mine: true } : {}),
    ...(filter.unassigned === true ? { unassigned: true } : {}),
    ...(filter.overdue === true ? { overdue: true } : {}),
    ...(filter.waitingForFunds === true ? { waitingForFunds: true } : {}),
    orderBy: filter.orderBy,
  });
}

function listed(
  name: string,
  codes: readonly string[] | null | undefined,
): Readonly<Record<string, readonly string[]>> {
  return codes == null || codes.length === 0 ? {} : { [name]: [...new Set(codes)].sort() };
}

function unknown(field: string): Result<never, DomainError> {
  return err(invalidInput(field, 'UNKNOWN_CODE'));
}
