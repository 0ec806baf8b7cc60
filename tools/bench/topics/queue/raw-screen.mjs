// The coordinator’s queue by hand: two statements with names, rows shaped in JavaScript.

// The page is cut before anything is joined, with a limit that the planner knows: a plan for it is made once and kept.
const PAGE_SQL = `SELECT n.id, n.case_id, n.version, f.codename, f.state AS case_state, n.state, n.code, n.priority, n.region,
    n.score, n.score_points, n.answer_due_at, n.action_due_at, n.due_day::text, n.asked_on::text, n.amount_minor,
    n.reserved_minor, n.released_minor, n.first_approver_id, n.channel_class, n.clearance, f.assignee_id,
    (ARRAY['COMPROMISED', 'DEGRADED', 'UNKNOWN', 'VERIFIED'])[(SELECT
       min(array_position(ARRAY['COMPROMISED', 'DEGRADED', 'UNKNOWN', 'VERIFIED'], t.trust))
       FROM contact_channel t WHERE t.case_id = n.case_id)] AS trust
  FROM (SELECT * FROM need WHERE state IN ('DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'FUNDED',
      'IN_DELIVERY', 'DELIVERED', 'SUSPENDED') AND author_id IS NOT NULL
    ORDER BY coalesce(100 - score, 101), asked_on, id LIMIT 51) n
  JOIN case_file f ON f.id = n.case_id
  ORDER BY coalesce(100 - n.score, 101), n.asked_on, n.id LIMIT $1`;
const PEOPLE_SQL = 'SELECT id, standing FROM person WHERE id = ANY($1)';

const ANSWER_STATES = new Set(['DRAFT', 'SUBMITTED', 'ASSESSED']);
const ACTION_STATES = new Set(['APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY']);
const ENDED = new Set(['CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED']);
const HALTED = new Set(['PAUSED_BY_FAMILY', 'QUARANTINED']);
const MOST = { severity: 35, timeLeft: 20, vulnerability: 25, sinceHelp: 15, noSupport: 5 };
const STEPS = {
  DRAFT: 'SCREEN',
  SUBMITTED: 'ASSESS',
  ASSESSED: 'APPROVE',
  APPROVED: 'FIND_MONEY',
  WAITING_FUNDS: 'FIND_MONEY',
  FUNDED: 'DELIVER',
  IN_DELIVERY: 'FOLLOW_DELIVERY',
  DELIVERED: 'CONFIRM',
  SUSPENDED: 'WAIT_FOR_CASE',
};

/** @param query sends a prepared statement in the request’s transaction and returns its rows */
export async function answer(query, { input: { first } }) {
  const found = await query('queue-page', PAGE_SQL, [first + 1]);
  const rows = found.length > first ? found.slice(0, first) : found;
  const ids = new Set(rows.map((row) => row.assignee_id));
  ids.delete(null);
  const people = await query('queue-people', PEOPLE_SQL, [[...ids]]);
  const assignees = new Map(people.map((person) => [person.id, person]));
  const now = new Date();
  const edges = rows.map((row) => ({ node: nodeOf(row, assignees, now) }));
  const last = rows.at(-1);
  const key = last && [
    String(last.score === null ? 101 : 100 - last.score),
    last.asked_on,
    last.id,
  ];
  const endCursor = last ? Buffer.from(JSON.stringify(key)).toString('base64url') : null;
  return { needQueue: { edges, pageInfo: { endCursor, hasNextPage: found.length > first } } };
}

function nodeOf(row, assignees, now) {
  const funded = BigInt(row.reserved_minor) + BigInt(row.released_minor);
  return {
    id: row.id,
    caseId: row.case_id,
    version: row.version,
    codename: row.codename,
    caseState: row.case_state,
    state: row.state,
    code: row.code,
    group: row.code.slice(0, row.code.indexOf('-')),
    priority: row.priority,
    region: row.region,
    score: row.score,
    factors: factorsOf(row.score_points),
    clock: clockOf(row, now),
    dueDay: row.due_day,
    askedOn: row.asked_on,
    amount: { minorUnits: row.amount_minor, currency: 'EUR' },
    funded: { minorUnits: funded.toString(), currency: 'EUR' },
    remaining: { minorUnits: (BigInt(row.amount_minor) - funded).toString(), currency: 'EUR' },
    nextStep: nextStepOf(row),
    assignee: assignees.get(row.assignee_id) ?? null,
    channelTrust: row.trust,
    channelClass: row.channel_class,
    clearance: row.clearance,
  };
}

function factorsOf(points) {
  if (points === null) return [];
  const factors = [];
  for (const factor in MOST) factors.push({ factor, points: points[factor], most: MOST[factor] });
  return factors;
}

function clockOf({ state, answer_due_at: answerDueAt, action_due_at: actionDueAt }, now) {
  const isAnswer = ANSWER_STATES.has(state);
  const dueAt = isAnswer ? answerDueAt : actionDueAt;
  if (dueAt === null || !(isAnswer || ACTION_STATES.has(state))) return null;
  const kind = isAnswer ? 'ANSWER' : 'ACTION';
  return { kind, dueAt: dueAt.toISOString(), isOverdue: dueAt < now };
}

function nextStepOf({ state, case_state: caseState, first_approver_id: firstApproverId }) {
  const step = STEPS[state] ?? null;
  if (step === null || step === 'CONFIRM') return step;
  if (ENDED.has(caseState)) return 'CANCEL';
  if (HALTED.has(caseState)) return 'WAIT_FOR_CASE';
  return step === 'APPROVE' && firstApproverId !== null ? 'APPROVE_SECOND' : step;
}
