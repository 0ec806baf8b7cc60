import { triagePoints, type PeopleReached, type TriagePoints } from '@kinward/needs';
import type { VolumeCase } from './volume-case.js';
import { seal, type VolumePlace } from './volume-family.rows.js';
import type { VolumeNeed } from './volume-need.js';
import type { VolumeRows } from './volume-tables.js';

const TRIAGE_VERSION = 'TRIAGE_1';
const DAY_MS = 86_400_000;
const ANSWER_DAYS = 3;
const ASSESSED = new Set(['ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'REJECTED', 'UNMET']);
const APPROVED = new Set(['APPROVED', 'WAITING_FUNDS', 'UNMET']);
const REASONS: Readonly<Record<string, string>> = {
  REJECTED: 'NOT_ELIGIBLE',
  CANCELLED: 'NO_LONGER_NEEDED',
};

/** Adds the needs of a family, and what reports remember of those that were approved. */
export function addNeeds(
  rows: VolumeRows,
  place: VolumePlace,
  family: VolumeCase,
  now: Date,
): void {
  for (const need of family.needs) addNeed(rows, place, family, need, now);
}

function addNeed(
  rows: VolumeRows,
  place: VolumePlace,
  family: VolumeCase,
  need: VolumeNeed,
  now: Date,
): void {
  const [author, screener, approver] = place.staff;
  const id = place.newId();
  const fundingReference = place.newId();
  const reached = need.stateBefore ?? need.state;
  const isScreened = reached !== 'DRAFT';
  const isAssessed = ASSESSED.has(reached);
  const { type } = need;
  const dueDay = place.day(need.dueInDays);
  const isAbroad = family.region.startsWith('ABROAD');
  const points = triagePoints(need.facts, {
    priority: type.priority,
    dueDay,
    lastHelpedOn: null,
    today: place.day(0),
  });
  const story = { note: 'Demo-volume note', vendor: null, facts: need.facts };
  const startedAt = new Date(now.getTime() - need.askedDaysAgo * DAY_MS);
  rows.need.push({
    id,
    organization_id: place.organizationId,
    case_id: place.caseId,
    code: type.code,
    state: need.state,
    state_before_suspension: need.stateBefore,
    priority: isScreened ? type.priority : null,
    amount_minor: need.amountMinor.toString(),
    region: family.region,
    due_day: dueDay,
    asked_on: place.day(-need.askedDaysAgo),
    channel_class: need.channelClass,
    clearance: isAssessed ? 'S' : null,
    score: isScreened ? allPoints(points) : null,
    score_version: isScreened ? TRIAGE_VERSION : null,
    score_points: isScreened ? JSON.stringify(points) : null,
    clock_started_at: isScreened ? startedAt : null,
    answer_due_at: isScreened ? new Date(startedAt.getTime() + ANSWER_DAYS * DAY_MS) : null,
    action_due_at: isScreened ? new Date(now.getTime() + need.dueInDays * DAY_MS) : null,
    author_id: author,
    screened_by: isScreened ? screener : null,
    assessed_by: isAssessed ? screener : null,
    approved_by: APPROVED.has(reached) ? approver : null,
    decision_reason: REASONS[need.state] ?? null,
    duplicate_answer: isAssessed ? 'NONE_FOUND' : null,
    required_evidence: isAssessed
      ? isAbroad
        ? type.evidence.abroad
        : type.evidence.inCountry
      : null,
    reach: JSON.stringify(REACH),
    funding_reference: fundingReference,
    sealed_t1: seal(place, 'T1', 'need', id, story),
  });
  if (!APPROVED.has(reached)) return;
  rows.report_fact.push({
    id: place.newId(),
    organization_id: place.organizationId,
    funding_reference: fundingReference,
    month: `${place.day(0).slice(0, 7)}-01`,
    code: type.code,
    need_group: type.group,
    region: family.region,
    reach: JSON.stringify(REACH),
    amount_minor: need.amountMinor.toString(),
    taken_at: place.day(0),
  });
}

const REACH: PeopleReached = { '18_59': { F: 1 } };

function allPoints(points: TriagePoints): number {
  return Object.values(points).reduce((all, each) => all + each, 0);
}
