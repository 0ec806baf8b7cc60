import type { StatementRunner } from '@kinward/platform';

/** Something that must be true of the books at every moment, and how to find what breaks it. */
export interface Invariant {
  /** Stable, in capitals; the only thing of it that reaches logs and the audit trail. */
  readonly code: string;
  /** For people: what is true. */
  readonly sentence: string;
  /**
   * Returns a row (`organization_id`, `id`) for each thing that breaks it, and none where it holds. `$1`, where it is
   * used, is the present instant.
   */
  readonly sql: string;
}

/** What breaks an invariant. */
export interface Offender {
  readonly organizationId: string;
  readonly id: string;
}

export interface InvariantResult {
  readonly code: string;
  readonly sentence: string;
  /** At most {@link MOST_OFFENDERS}; none where the invariant holds. */
  readonly offenders: readonly Offender[];
}

/** Enough to begin looking; a broken sum can concern every row. */
export const MOST_OFFENDERS = 100;

const defined = new Map<string, Invariant>();

/**
 * Adds invariants of a domain to those that are checked every night and by `verify ledger`. A domain calls it once,
 * where it declares its module. @throws Error where a code is taken
 */
export function defineInvariants(invariants: readonly Invariant[]): void {
  for (const invariant of invariants) {
    if (defined.has(invariant.code)) throw new Error(`${invariant.code} is defined twice`);
    defined.set(invariant.code, invariant);
  }
}

/** Everything that is checked, in the order of definition. */
export function allInvariants(): readonly Invariant[] {
  return [...defined.values()];
}

/**
 * Checks invariants one after the other, each on one snapshot, for whatever rows `db` may see: those of one
 * organisation in a unit of work, all of them in the worker.
 */
export async function checkInvariants(
  db: StatementRunner,
  now: Date,
  invariants: readonly Invariant[] = allInvariants(),
): Promise<readonly InvariantResult[]> {
  const results: InvariantResult[] = [];
  for (const { code, sentence, sql } of invariants) {
    const offenders = await db.query<Offender>(
      `SELECT organization_id AS "organizationId", id::text AS id FROM (${sql}) AS offender
       ORDER BY 1, 2 LIMIT ${String(MOST_OFFENDERS)}`,
      sql.includes('$1') ? [now] : [],
    );
    results.push({ code, sentence, offenders });
  }
  return results;
}
