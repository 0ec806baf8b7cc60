import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { contentsOf, Inbox, type SubmissionKeys } from '../domain/planning/inbox.js';
import type { IntakeState } from '../domain/intake-states.js';

/** A request as its row takes it; bytes as hexadecimal text. */
export interface RequestRecord {
  readonly id: string;
  readonly source: 'KOBO' | 'FAMILY';
  readonly state: IntakeState;
  readonly submission_key: string;
  readonly root_key: string;
  readonly problem_field: string | null;
  readonly problem_code: string | null;
  readonly warnings: readonly string[];
  readonly region: string | null;
  readonly need_codes: readonly string[];
  readonly amount_claimed: boolean;
  readonly wanted_by: string | null;
  readonly language: string | null;
  readonly points: object | null;
  readonly case_id: string | null;
  readonly received_on: string;
  /** The earlier version, and when this one took its place. */
  readonly supersedes: string | null;
  readonly corrected_on: string | null;
  /** Null for a version that another one of the same batch took the place of. */
  readonly sealed_t0: string | null;
  readonly sealed_t1: string | null;
}

export interface ProposalRecord {
  readonly id: string;
  readonly proposed_t0: string;
  readonly proposed_t1: string;
  readonly proposed_on: string;
  readonly proposed_problem: string | null;
}

export interface ReceiptRecord {
  readonly content_key: string;
  readonly request_id: string;
  readonly import_row: number;
  readonly is_repeat: boolean;
}

interface KnownRow {
  id: string;
  state: IntakeState;
  submission_key: string;
  root_key: string;
  case_id: string | null;
  proposed_problem: string | null;
  supersedes: string | null;
  sealed_revision: number;
  proposed_revision: number;
}

interface ReceiptRow {
  content_key: string;
  request_id: string;
  import_id: string;
  import_row: number;
  is_repeat: boolean;
}

/** Revisions of the envelopes of requests, by id: what is sealed next gets the next one. */
export type Revisions = ReadonlyMap<string, { readonly sealed: number; readonly proposed: number }>;

/** Requests in the inbox, a batch at a time. */
@Injectable()
export class InboxRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Lets one import at a time write to an organisation's inbox, until the end of the unit. Its keys stay as they are
   * meanwhile; they are locked first, as whoever renews them does.
   */
  async lock(): Promise<void> {
    const { organizationId } = this.unitOfWork.scope();
    await this.unitOfWork.query(
      'SELECT FROM compartment WHERE subject_id = $1 ORDER BY tier FOR SHARE',
      [organizationId],
    );
    await this.unitOfWork.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('intake ' || $1, 0))`,
      [organizationId],
    );
  }

  /** Teaches `inbox` what is stored of the rows with these keys, and locks those requests. */
  async load(
    inbox: Inbox,
    keys: readonly SubmissionKeys[],
    importId: string | null,
  ): Promise<Revisions> {
    const { organizationId } = this.unitOfWork.scope();
    const ids = [...new Set(keys.flatMap(({ submission, root }) => [submission, root]))];
    const requests = await this.unitOfWork.query<KnownRow>(KNOWN, [organizationId, toBytes(ids)]);
    for (const row of requests) {
      inbox.learn({
        id: row.id,
        state: row.state,
        submissionKey: row.submission_key,
        rootKey: row.root_key,
        caseId: row.case_id,
        proposedProblem: row.proposed_problem,
        supersedes: row.supersedes,
      });
    }
    const contents = [...new Set(keys.flatMap(contentsOf))];
    const receipts = await this.unitOfWork.query<ReceiptRow>(RECEIPTS, [
      organizationId,
      toBytes(contents),
    ]);
    for (const row of receipts) {
      inbox.receive(row.content_key, {
        requestId: row.request_id,
        rowOfThisImport: row.import_id === importId ? row.import_row : null,
        isRepeat: row.is_repeat,
      });
    }
    return new Map(
      requests.map((row) => [
        row.id,
        { sealed: row.sealed_revision, proposed: row.proposed_revision },
      ]),
    );
  }

  async add(records: readonly RequestRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.unitOfWork.execute(ADD, [
      this.unitOfWork.scope().organizationId,
      JSON.stringify(records),
    ]);
  }

  /** A later version has come: nothing is left of the words of these, and their case is the later one's. */
  async supersede(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.unitOfWork.execute(SUPERSEDE, [ids]);
  }

  async replace(records: readonly RequestRecord[]): Promise<void> {
    if (records.length > 0) await this.unitOfWork.execute(REPLACE, [JSON.stringify(records)]);
  }

  async propose(records: readonly ProposalRecord[]): Promise<void> {
    if (records.length > 0) await this.unitOfWork.execute(PROPOSE, [JSON.stringify(records)]);
  }

  /** Notes that a family took its consent back; somebody has to look. */
  async noteWithdrawals(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.unitOfWork.execute(
      `UPDATE intake_request SET proposed_problem = 'CONSENT_WITHDRAWN', version = version + 1 WHERE id = ANY($1)`,
      [ids],
    );
  }

  async receive(importId: string, records: readonly ReceiptRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.unitOfWork.execute(RECEIVE, [
      this.unitOfWork.scope().organizationId,
      importId,
      JSON.stringify(records),
    ]);
  }
}

const toBytes = (keys: readonly string[]): Buffer[] => keys.map((key) => Buffer.from(key, 'hex'));

const KNOWN = `
  SELECT id, state, encode(submission_key, 'hex') AS submission_key, encode(root_key, 'hex') AS root_key, case_id,
    proposed_problem, supersedes, sealed_revision, proposed_revision
  FROM intake_request
  WHERE organization_id = $1 AND (submission_key = ANY($2::bytea[]) OR root_key = ANY($2::bytea[]))
  ORDER BY id FOR UPDATE`;

const RECEIPTS = `
  SELECT encode(content_key, 'hex') AS content_key, request_id, import_id, import_row, is_repeat
  FROM intake_receipt WHERE organization_id = $1 AND content_key = ANY($2::bytea[])`;

const RECORD = `AS record (id uuid, source text, state text, submission_key text, root_key text, problem_field text,
  problem_code text, warnings text[], region text, need_codes text[], amount_claimed boolean, wanted_by date,
  language text, points jsonb, case_id uuid, received_on date, supersedes uuid, corrected_on date, sealed_t0 text,
  sealed_t1 text)`;

const SUPERSEDE = `
  UPDATE intake_request SET state = 'SUPERSEDED', case_id = NULL, sealed_t0 = NULL, sealed_t1 = NULL,
    proposed_t0 = NULL, proposed_t1 = NULL, proposed_on = NULL, proposed_problem = NULL, version = version + 1
  WHERE id = ANY($1)`;

const ADD = `
  INSERT INTO intake_request (id, organization_id, source, state, submission_key, root_key, problem_field,
    problem_code, warnings, region, need_codes, amount_claimed, wanted_by, language, points, case_id, received_on,
    supersedes, corrected_on, sealed_t0, sealed_t1)
  SELECT id, $1, source, state, decode(submission_key, 'hex'), decode(root_key, 'hex'), problem_field, problem_code,
    warnings, region, need_codes, amount_claimed, wanted_by, language, points, case_id,
    -- Who corrects a request does not lose the place in the queue.
    coalesce((SELECT b.received_on FROM intake_request b WHERE b.id = record.supersedes), received_on),
    supersedes, corrected_on, decode(sealed_t0, 'hex'), decode(sealed_t1, 'hex')
  FROM jsonb_to_recordset($2::jsonb) ${RECORD}`;

const REPLACE = `
  UPDATE intake_request AS request SET state = record.state, submission_key = decode(record.submission_key, 'hex'),
    problem_field = record.problem_field, problem_code = record.problem_code, warnings = record.warnings,
    region = record.region, need_codes = record.need_codes, amount_claimed = record.amount_claimed,
    wanted_by = record.wanted_by, language = record.language, points = record.points, case_id = record.case_id,
    received_on = record.received_on, sealed_t0 = decode(record.sealed_t0, 'hex'),
    sealed_t1 = decode(record.sealed_t1, 'hex'), sealed_revision = request.sealed_revision + 1,
    version = request.version + 1
  FROM jsonb_to_recordset($1::jsonb) ${RECORD} WHERE request.id = record.id`;

const PROPOSE = `
  UPDATE intake_request AS request SET proposed_t0 = decode(record.proposed_t0, 'hex'),
    proposed_t1 = decode(record.proposed_t1, 'hex'), proposed_revision = request.proposed_revision + 1,
    proposed_on = record.proposed_on, proposed_problem = record.proposed_problem, version = request.version + 1
  FROM jsonb_to_recordset($1::jsonb) AS record (id uuid, proposed_t0 text, proposed_t1 text, proposed_on date,
    proposed_problem text)
  WHERE request.id = record.id`;

const RECEIVE = `
  INSERT INTO intake_receipt (organization_id, content_key, request_id, import_id, import_row, is_repeat)
  SELECT $1, decode(content_key, 'hex'), request_id, $2, import_row, is_repeat
  FROM jsonb_to_recordset($3::jsonb) AS record (content_key text, request_id uuid, import_row integer,
    is_repeat boolean)
  ON CONFLICT DO NOTHING`;
