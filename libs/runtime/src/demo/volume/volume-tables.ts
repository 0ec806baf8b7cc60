import type { ColumnTypes } from './insert-rows.js';

/** The tables of invented volume, in the order in which they refer to each other, with the columns that are written. */
export const VOLUME_TABLES = {
  case_file: {
    id: 'uuid',
    organization_id: 'uuid',
    codename: 'text',
    state: 'text',
    state_since: 'date',
    region: 'text',
    opened_day: 'date',
    assignee_id: 'uuid',
    deputy_id: 'uuid',
    verified_by: 'uuid',
    evidence_class: 'text',
    contact_rhythm_days: 'int',
    last_confirmed_contact_day: 'date',
    next_step_kind: 'text',
    next_step_due_day: 'date',
    sealed_t1: 'bytea',
  },
  codename_register: { organization_id: 'uuid', codename: 'text' },
  household: { id: 'uuid', organization_id: 'uuid', case_id: 'uuid', sealed_t1: 'bytea' },
  household_member: {
    id: 'uuid',
    organization_id: 'uuid',
    case_id: 'uuid',
    household_id: 'uuid',
    sealed_t0: 'bytea',
    sealed_t1: 'bytea',
  },
  prisoner: {
    id: 'uuid',
    organization_id: 'uuid',
    case_id: 'uuid',
    sealed_t0: 'bytea',
    sealed_t1: 'bytea',
  },
  household_prisoner: {
    household_id: 'uuid',
    prisoner_id: 'uuid',
    organization_id: 'uuid',
    case_id: 'uuid',
  },
  prisoner_status: {
    id: 'uuid',
    organization_id: 'uuid',
    case_id: 'uuid',
    prisoner_id: 'uuid',
    sealed_t1: 'bytea',
  },
  contact_channel: {
    id: 'uuid',
    organization_id: 'uuid',
    case_id: 'uuid',
    trust: 'text',
    sealed_t0: 'bytea',
  },
  consent: {
    id: 'uuid',
    organization_id: 'uuid',
    case_id: 'uuid',
    purpose: 'text',
    given_on: 'date',
    lapses_on: 'date',
    sealed_t1: 'bytea',
  },
  need: {
    id: 'uuid',
    organization_id: 'uuid',
    case_id: 'uuid',
    code: 'text',
    state: 'text',
    state_before_suspension: 'text',
    priority: 'text',
    amount_minor: 'bigint',
    region: 'text',
    due_day: 'date',
    asked_on: 'date',
    channel_class: 'text',
    clearance: 'text',
    score: 'int',
    score_version: 'text',
    score_points: 'jsonb',
    clock_started_at: 'timestamptz',
    answer_due_at: 'timestamptz',
    action_due_at: 'timestamptz',
    author_id: 'uuid',
    screened_by: 'uuid',
    assessed_by: 'uuid',
    approved_by: 'uuid',
    decision_reason: 'text',
    duplicate_answer: 'text',
    required_evidence: 'text',
    reach: 'jsonb',
    funding_reference: 'uuid',
    sealed_t1: 'bytea',
  },
  report_fact: {
    id: 'uuid',
    organization_id: 'uuid',
    funding_reference: 'uuid',
    month: 'date',
    code: 'text',
    need_group: 'text',
    region: 'text',
    reach: 'jsonb',
    amount_minor: 'bigint',
    taken_at: 'date',
  },
} as const satisfies Readonly<Record<string, ColumnTypes<Record<string, unknown>>>>;

export type VolumeTable = keyof typeof VOLUME_TABLES;

/** One row of a table; dates as YYYY-MM-DD, amounts in minor units, envelopes as bytes. */
export type VolumeRow<Table extends VolumeTable> = {
  readonly [Column in keyof (typeof VOLUME_TABLES)[Table]]: unknown;
};

/** Rows by table. */
export type VolumeRows = { [Table in VolumeTable]: VolumeRow<Table>[] };

export function emptyRows(): VolumeRows {
  const tables = Object.keys(VOLUME_TABLES) as VolumeTable[];
  return Object.fromEntries(tables.map((table) => [table, []])) as unknown as VolumeRows;
}
