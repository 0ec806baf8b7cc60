import {
  aidRefusal,
  FACTOR_LIMITS,
  RUNNING_CLOCK,
  TRIAGE_FACTORS,
  type NeedState,
  type TriagePoints,
} from '@kinward/needs';
import type { PersonView } from '@kinward/identity';
import { MoneyType } from '@kinward/platform';
import type { NeedQueueRow } from './need-queue.query.js';

/** What has to happen next with an open need, as a code that the screens put into words. */
const NEXT_STEPS: Readonly<Partial<Record<NeedState, string>>> = {
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
const ENDED_CASES: readonly string[] = ['CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED'];
const HALTED_CASES: readonly string[] = ['PAUSED_BY_FAMILY', 'QUARANTINED'];
/** Steps that the desk refuses while the case has not been taken on: nobody may be sent to try them. */
const STEPS_OF_AID: readonly string[] = ['APPROVE', 'FIND_MONEY', 'DELIVER'];

/** The shape of a need in a list: sums as money, the clock that runs, the score explained. Named one by one: copying rows costs. */
export function assembleNeedRow(row: NeedQueueRow, now: Date, assignee: PersonView | null) {
  const funded = BigInt(row.reservedMinor) + BigInt(row.releasedMinor);
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    codename: row.codename,
    caseState: row.caseState,
    state: row.state,
    code: row.code,
    group: groupOf(row.code),
    priority: row.priority,
    region: row.region,
    score: row.score,
    dueDay: row.dueDay,
    askedOn: row.askedOn,
    assignee,
    channelTrust: row.channelTrust,
    channelClass: row.channelClass,
    clearance: row.clearance,
    amount: new MoneyType(row.amountMinor),
    funded: new MoneyType(funded),
    remaining: new MoneyType(BigInt(row.amountMinor) - funded),
    clock: clockOf(row, now),
    factors: factorsOf(row.scorePoints),
    nextStep: nextStepOf(row),
  };
}

/** The group is the part of the code before the hyphen. */
export function groupOf(code: string): string {
  return code.split('-')[0] ?? code;
}

/** The points of each factor with the most it can have; nothing where there is no score yet. */
export function factorsOf(points: TriagePoints | null) {
  if (points === null) return [];
  return TRIAGE_FACTORS.map((factor) => ({
    factor,
    points: points[factor],
    most: FACTOR_LIMITS[factor],
  }));
}

export function clockOf(
  row: Pick<NeedQueueRow, 'state' | 'answerDueAt' | 'actionDueAt'>,
  now: Date,
) {
  const kind = RUNNING_CLOCK[row.state as NeedState];
  const dueAt = kind === 'ANSWER' ? row.answerDueAt : row.actionDueAt;
  if (kind === undefined || dueAt === null) return null;
  return { kind, dueAt: dueAt.toISOString(), isOverdue: dueAt < now };
}

/** The state of the case decides at once, whether or not the job has moved the need yet. */
export function nextStepOf(
  row: Pick<NeedQueueRow, 'state' | 'caseState' | 'firstApproverId'>,
): string | null {
  const step = NEXT_STEPS[row.state as NeedState] ?? null;
  if (step === null || step === 'CONFIRM') return step;
  if (ENDED_CASES.includes(row.caseState)) return 'CANCEL';
  if (HALTED_CASES.includes(row.caseState)) return 'WAIT_FOR_CASE';
  if (STEPS_OF_AID.includes(step) && aidRefusal(row.caseState) !== null) return 'WAIT_FOR_CASE';
  return step === 'APPROVE' && row.firstApproverId !== null ? 'APPROVE_SECOND' : step;
}
