import { findNeedType, type NeedType } from '@kinward/jurisdictions';
import { PRIORITIES, triagePoints, type NeedClaims, type TriagePoints } from '@kinward/needs';
import type { Sealer } from '@kinward/vault';
import type { KnownRequest } from '../../domain/planning/inbox.js';
import { householdFacts, peopleReached } from '../../domain/planning/request-facts.js';
import type { ReadSubmission } from '../../domain/reading/read-submission.js';
import type { ProposalRecord, RequestRecord } from '../../infrastructure/inbox.repository.js';
import type { OpenDestination } from './destination.js';

/** Both levels of one organisation's inbox. */
export interface Sealers {
  readonly t0: Sealer;
  readonly t1: Sealer;
}

const TABLE = 'intake_request';

/**
 * A request with its words sealed. Only codes that the pack knows and days stand in clear: an unknown code may be
 * anything that somebody typed.
 */
export function recordOf(
  destination: OpenDestination,
  sealers: Sealers,
  request: KnownRequest,
  read: ReadSubmission,
  revision: number,
): RequestRecord {
  const { identity, story, warnings, problem } = read;
  const { codes, today } = destination;
  const cell = { table: TABLE, rowId: request.id, revision };
  const isOver = request.state === 'SUPERSEDED';
  return {
    id: request.id,
    source: destination.source ?? 'KOBO',
    state: request.state,
    submission_key: request.submissionKey,
    root_key: request.rootKey,
    problem_field: problem?.field ?? null,
    problem_code: problem?.code ?? null,
    warnings,
    region: story.region !== null && codes.regions.has(story.region) ? story.region : null,
    need_codes: story.needs.codes.filter((code) => codes.needs.has(code)),
    amount_claimed: story.needs.requestedMinor !== null,
    wanted_by: story.needs.wantedBy,
    language: story.language,
    points: pointsOf(destination, read),
    case_id: request.caseId,
    received_on: today,
    supersedes: request.supersedes,
    corrected_on: request.supersedes === null ? null : today,
    sealed_t0: isOver
      ? null
      : sealers.t0({ ...cell, column: 'sealed_t0' }, identity).toString('hex'),
    sealed_t1: isOver ? null : sealers.t1({ ...cell, column: 'sealed_t1' }, story).toString('hex'),
  };
}

/** A later version, to be put beside the request. */
export function proposalOf(
  { today }: OpenDestination,
  sealers: Sealers,
  request: KnownRequest,
  { identity, story, problem }: ReadSubmission,
  revision: number,
): ProposalRecord {
  const cell = { table: TABLE, rowId: request.id, revision };
  return {
    id: request.id,
    proposed_t0: sealers.t0({ ...cell, column: 'proposed_t0' }, identity).toString('hex'),
    proposed_t1: sealers.t1({ ...cell, column: 'proposed_t1' }, story).toString('hex'),
    proposed_on: today,
    proposed_problem: problem?.code ?? null,
  };
}

/** What the request claims to need. */
export function claimsOf(
  destination: OpenDestination,
  caseId: string,
  region: string,
  read: ReadSubmission,
): NeedClaims {
  const { identity, story } = read;
  const { today } = destination;
  const year = yearOf(today);
  const sentOn = story.consent.givenOn;
  return {
    caseId,
    types: typesOf(destination, read),
    region,
    wantedBy: story.needs.wantedBy,
    askedOn: sentOn === null || sentOn > today ? today : sentOn,
    facts: householdFacts(identity, story, year),
    reach: peopleReached(identity, story, year),
  };
}

/** Points of the most pressing code, computed while somebody's words are still open (architecture.md). */
function pointsOf(destination: OpenDestination, read: ReadSubmission): TriagePoints | null {
  const ranks = typesOf(destination, read).map(({ priority }) => PRIORITIES.indexOf(priority));
  const priority = PRIORITIES[Math.min(...ranks)];
  if (priority === undefined) return null;
  const { today } = destination;
  return triagePoints(householdFacts(read.identity, read.story, yearOf(today)), {
    priority,
    dueDay: read.story.needs.wantedBy,
    lastHelpedOn: null,
    today,
  });
}

function typesOf({ pack }: OpenDestination, { story }: ReadSubmission): NeedType[] {
  return story.needs.codes.flatMap((code) => findNeedType(pack, code) ?? []);
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
