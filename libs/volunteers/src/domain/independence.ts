import type { Referee } from './vetting-facts.js';

/**
 * True where two referees are two voices: neither stands in the other's chain of vouchers, and nobody vouched for both
 * (security.md § 8.12, vouchers from different chains).
 */
export function areIndependent(one: Referee, other: Referee): boolean {
  if (one.refereeId === other.refereeId) return false;
  const isChained =
    one.chainIds.includes(other.refereeId) || other.chainIds.includes(one.refereeId);
  return !isChained && !one.voucherIds.some((id) => other.voucherIds.includes(id));
}

/** True where the referee is in good standing and owes it to nobody he speaks for. */
export function maySpeakFor(referee: Referee, subjectId: string | null): boolean {
  if (!referee.isActive || referee.refereeId === subjectId) return false;
  return subjectId === null || !referee.chainIds.includes(subjectId);
}

/** True where two independent people vouch for the subject. A third voice takes nothing away. */
export function hasTwoReferences(referees: readonly Referee[], subjectId: string | null): boolean {
  const counted = referees.filter(
    (referee) => referee.answer === 'VOUCHES' && maySpeakFor(referee, subjectId),
  );
  return counted.some((one, index) =>
    counted.slice(index + 1).some((other) => areIndependent(one, other)),
  );
}
