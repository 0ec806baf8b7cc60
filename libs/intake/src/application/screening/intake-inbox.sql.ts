import type { InboxFilter, InboxOrder } from './inbox-filter.js';

/** Points of the most pressing code, added up; null where no code is known. */
const SCORE = `(SELECT sum(point.value::integer)::integer FROM jsonb_each_text(r.points) AS point)`;
const RANK = `coalesce(100 - ${SCORE}, -1)`;
const ORDER: Record<InboxOrder, readonly { readonly sql: string; readonly type: string }[]> = {
  RECEIVED: [
    { sql: 'r.received_on', type: 'date' },
    { sql: 'r.id', type: 'uuid' },
  ],
  URGENCY: [
    { sql: RANK, type: 'integer' },
    { sql: 'r.received_on', type: 'date' },
    { sql: 'r.id', type: 'uuid' },
  ],
};

/** One page of the inbox after a key; an empty key begins at the beginning. */
export function inboxStatement(
  organizationId: string,
  filter: InboxFilter,
  orderBy: InboxOrder,
  after: readonly (string | number)[],
  limit: number,
): { readonly sql: string; readonly parameters: unknown[] } {
  const parameters: unknown[] = [organizationId];
  const bind = (value: unknown): string => `$${String(parameters.push(value))}`;
  const conditions = ['r.organization_id = $1', ...conditionsOf(filter, bind)];
  const parts = ORDER[orderBy];
  const order = parts.map(({ sql }) => sql).join(', ');
  if (after.length > 0) {
    const key = after.map((value, place) => `${bind(value)}::${parts[place]?.type ?? 'text'}`);
    conditions.push(`(${order}) > (${key.join(', ')})`);
  }
  const sql = `
    SELECT r.id, r.version, r.state, r.source, f.codename, r.case_id AS "caseId", r.region,
      r.need_codes AS "needCodes", r.problem_field AS "problemField", r.problem_code AS "problemCode", r.warnings,
      r.language, r.amount_claimed AS "amountClaimed", r.wanted_by::text AS "wantedBy", ${SCORE} AS score,
      r.received_on::text AS "receivedOn", r.corrected_on::text AS "correctedOn",
      r.answer_due_on::text AS "askedUntil", r.screener_id AS "screenerId", r.maybe_duplicate AS "maybeDuplicate", r.proposed_on::text AS "proposedOn",
      r.proposed_problem AS "proposedProblem", r.decision_reason AS reason, r.appeal_until::text AS "appealUntil"
    FROM intake_request r LEFT JOIN case_file f ON f.id = r.case_id
    WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${bind(limit)}`;
  return { sql, parameters };
}

function conditionsOf(filter: InboxFilter, bind: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  const when = <Value>(value: Value | null | undefined, sql: (value: Value) => string): void => {
    if (value != null) conditions.push(sql(value));
  };
  when(filter.states, (states) => `r.state = ANY(${bind(states)})`);
  when(
    filter.needGroup,
    (group) =>
      `EXISTS (SELECT FROM unnest(r.need_codes) AS code WHERE split_part(code, '-', 1) = ${bind(group)})`,
  );
  when(filter.region, (region) => `r.region = ${bind(region)}`);
  when(filter.source, (source) => `r.source = ${bind(source)}`);
  when(filter.hasWarnings, (has) => `(cardinality(r.warnings) > 0) = ${bind(has)}`);
  when(filter.maybeDuplicate, (maybe) => `coalesce(r.maybe_duplicate, false) = ${bind(maybe)}`);
  when(
    filter.hasProposedChange,
    (has) => `(r.proposed_on IS NOT NULL OR r.proposed_problem IS NOT NULL) = ${bind(has)}`,
  );
  when(filter.screenerId, (screenerId) => `r.screener_id = ${bind(screenerId)}::uuid`);
  when(filter.caseId, (caseId) => `r.case_id = ${bind(caseId)}::uuid`);
  return conditions;
}
