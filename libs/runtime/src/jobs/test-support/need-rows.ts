import type { WorkerBench } from './worker-bench.js';

/** Rows of cases, needs and templates as the API would have written them; only what a test says differs. */
export class NeedRows {
  constructor(
    private readonly bench: WorkerBench,
    private readonly organization = 'lantern',
  ) {}

  async addCase(state = 'ACTIVE'): Promise<string> {
    return this.insert('case_file', {
      codename: crypto.randomUUID(),
      state,
      state_since: '2026-01-01',
      region: 'ABROAD_PL',
      opened_day: '2026-01-01',
      contact_rhythm_days: 45,
      sealed_t1: Buffer.from([0]),
    });
  }

  async addNeed(caseId: string, more: Record<string, unknown> = {}): Promise<string> {
    return this.insert('need', {
      case_id: caseId,
      code: 'LIV-GRANT',
      state: 'SUBMITTED',
      priority: 'P2',
      amount_minor: 10_000,
      region: 'ABROAD_PL',
      due_day: '2030-01-01',
      asked_on: '2026-01-01',
      clock_started_at: '2026-01-01T00:00:00Z',
      author_id: await this.person('caseworker'),
      approved_by: await this.person('coordinator'),
      reach: '{}',
      funding_reference: crypto.randomUUID(),
      ...more,
    });
  }

  async addTemplate(caseId: string, more: Record<string, unknown> = {}): Promise<string> {
    const first = String(more['first_due_day'] ?? '2030-01-31');
    return this.insert('need_recurrence', {
      case_id: caseId,
      code: 'LIV-MONTHLY',
      amount_minor: 30_000,
      currency: 'EUR',
      reach: '{}',
      score_version: 'TRIAGE_1',
      score_points: JSON.stringify({
        severity: 12,
        timeLeft: 0,
        vulnerability: 9,
        sinceHelp: 15,
        noSupport: 5,
      }),
      rhythm: 'MONTHLY',
      first_due_day: first,
      next_due_day: first,
      count_left: 6,
      author_id: await this.person('caseworker'),
      started_on: '2026-01-01',
      ...more,
    });
  }

  async row(table: 'need' | 'need_recurrence', id: string): Promise<Record<string, unknown>> {
    const [found] = await this.bench.database.asOperator<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE id = $1`,
      [id],
    );
    return found?.row ?? {};
  }

  async historyOf(needId: string): Promise<unknown[]> {
    return this.bench.database.asOperator(
      `SELECT transition, from_state, to_state, reason, made_by FROM need_transition WHERE need_id = $1
       ORDER BY made_at`,
      [needId],
    );
  }

  /** Actions of the system, by organisation. */
  async systemActions(): Promise<readonly { organization_id: string; action: string }[]> {
    return this.bench.database.asOperator(
      `SELECT organization_id, action FROM audit_entry WHERE actor_kind = 'SYSTEM' ORDER BY action`,
    );
  }

  private async person(key: string): Promise<string> {
    const id = this.bench.organizations.get(this.organization);
    const [row] = await this.bench.database.asOperator<{ id: string }>(
      'SELECT id FROM person WHERE organization_id = $1 AND $2 = ANY (roles) ORDER BY id LIMIT 1',
      [id, key.toUpperCase()],
    );
    return row?.id ?? '';
  }

  private async insert(table: string, values: Record<string, unknown>): Promise<string> {
    const row = { organization_id: this.bench.organizations.get(this.organization), ...values };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`);
    const [added] = await this.bench.database.asOperator<{ id: string }>(
      `INSERT INTO ${table} (id, ${names.join(', ')}) VALUES (gen_random_uuid(), ${places.join(', ')}) RETURNING id`,
      Object.values(row),
    );
    return added?.id ?? '';
  }
}
