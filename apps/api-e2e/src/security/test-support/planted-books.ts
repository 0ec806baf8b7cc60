import { createHmac, randomUUID } from 'node:crypto';
import { testServerKeys, type TestDesk } from '@kinward/testing';
import { openCase, type Crew } from './full-case.js';

/** Ids by the names that inputs give them, and the token of the donor's private page. */
export type PlantedIds = Readonly<Record<string, string>>;

/**
 * Writes, past every rule, one row of each thing that needs, funds, gifts and payouts are made of, for an active case
 * of their own. What is sealed in them opens for nobody.
 */
export async function plantBooks(desk: TestDesk, crew: Crew): Promise<PlantedIds> {
  const caseId = await openCase(await desk.as(crew.caseworker));
  const [row] = await desk.database.asOperator<{ organization_id: string }>(
    `UPDATE case_file SET state = 'ACTIVE' WHERE id = $1 RETURNING organization_id`,
    [caseId],
  );
  const people = {
    author: await desk.personId(crew.caseworker),
    approver: await desk.personId(crew.coordinator),
  };
  const planting = new Planting(desk, row?.organization_id ?? '', people);
  const money = await planting.money();
  const need = await planting.need(caseId);
  const payout = await planting.payout(caseId, { ...money, ...need });
  const task = await planting.task();
  const callOut = await planting.callOut();
  const giving = await planting.giving(money.fundId, need.reference);
  const vetting = await planting.vetting();
  const totals = await planting.totals();
  return {
    ...payout,
    ...task,
    ...callOut,
    ...giving,
    ...vetting,
    ...totals,
    accountId: money.accountId,
    transferId: money.transferId,
    releaseTransferIds: money.transferId,
    fundId: money.fundId,
    fundIds: money.fundId,
    grantId: money.grantId,
    needId: need.needId,
    recurrenceId: need.recurrenceId,
    viewId: need.viewId,
  };
}

class Planting {
  private readonly today: string;
  private readonly later: Date;

  constructor(
    private readonly desk: TestDesk,
    private readonly organizationId: string,
    private readonly people: { readonly author: string; readonly approver: string },
  ) {
    const now = desk.clock.now();
    this.today = now.toISOString().slice(0, 10);
    this.later = new Date(now.getTime() + 30 * 86_400_000);
  }

  /** A public fund with 1000 euros of a grant, 100 of them set aside. */
  async money() {
    const { fundId, accountId } = await this.fund({ kind: 'PUBLIC', is_public: true });
    const outsideId = await this.account('ASSET');
    const amount = { amount: 100_000, currency: 'EUR', booked_at: this.desk.clock.now() };
    const key = (): object => ({ idempotency_key: randomUUID(), idempotency_hash: '\\x00' });
    await this.add('ledger_transfer', {
      ...{ debit_account_id: outsideId, credit_account_id: accountId },
      ...{ ...amount, ...key(), phase: 'DIRECT', code: 'GRANT' },
    });
    const transferId = await this.add('ledger_transfer', {
      ...{ debit_account_id: accountId, credit_account_id: outsideId },
      ...{ ...amount, ...key(), phase: 'PENDING', code: 'RESERVE' },
      ...{ amount: 10_000, expires_at: this.later },
    });
    const grantId = await this.add('funder_grant', {
      ...{ code: this.code(), name: 'Demo-Grant', state: 'OPEN', manager_id: this.people.approver },
      ...{ fund_id: fundId, amount_minor: 100_000, currency: 'EUR', lines: '[]' },
      ...{ starts_on: this.today, ends_on: this.today, lapses_on: this.today },
    });
    return { fundId, accountId, transferId, grantId };
  }

  /** An approved need of 400 euros, a template and a saved view. */
  async need(caseId: string) {
    const reference = randomUUID();
    const what = { case_id: caseId, code: 'LIV-GRANT', author_id: this.people.author, reach: '[]' };
    const needId = await this.add('need', {
      ...{ ...what, state: 'APPROVED', priority: 'P2', amount_minor: 40_000 },
      ...{ region: 'ABROAD_PL', due_day: this.today, asked_on: this.today, clearance: 'A' },
      ...{ channel_class: 'BANK_ABROAD', clock_started_at: this.desk.clock.now() },
      ...{ approved_by: this.people.approver, required_evidence: 'E1' },
      funding_reference: reference,
    });
    const recurrenceId = await this.add('need_recurrence', {
      ...{ ...what, amount_minor: 40_000, currency: 'EUR', rhythm: 'YEARLY', count_left: 1 },
      ...{ first_due_day: this.today, next_due_day: this.today, started_on: this.today },
    });
    const viewId = await this.add('need_view', {
      ...{ person_id: this.people.author, filter: JSON.stringify({ code: this.code() }) },
    });
    return { needId, recurrenceId, viewId, reference };
  }

  /** Money set aside for the need, a payout of it that waits for a signature, its proof, and a freeze of others. */
  async payout(
    caseId: string,
    from: { needId: string; fundId: string; accountId: string; transferId: string },
  ) {
    const { needId, fundId, accountId, transferId } = from;
    const funded = { need_id: needId, fund_id: fundId };
    const reservationId = await this.add('fund_reservation', {
      ...{ ...funded, account_id: accountId, transfer_id: transferId, amount_minor: 10_000 },
      ...{ state: 'ACTIVE', expires_at: this.later, reserved_by: this.people.approver },
    });
    const disbursementId = await this.add('disbursement', {
      ...{ ...funded, reservation_id: reservationId, code: 'LIV-GRANT', state: 'PENDING_APPROVAL' },
      ...{ amount_minor: 10_000, channel_class: 'BANK_ABROAD', recipient: 'FAMILY' },
      ...{ region: 'ABROAD_PL', clearance: 'A', approvals_required: 1, required_evidence: 'E1' },
      ...{ maker_id: this.people.author, drafted_at: this.desk.clock.now() },
      ...{ sheet_subject_id: randomUUID(), sealed_sheet: '\\x00' },
      ...{ instruction_subject_id: randomUUID(), sealed_instruction: '\\x00' },
    });
    const evidenceId = await this.add('disbursement_evidence', {
      ...{ disbursement_id: disbursementId, case_id: caseId, class: 'E4', what: 'RECEIPT' },
      ...{ recorded_at: this.desk.clock.now(), recorded_by: this.people.author },
      ...{ document_subject_id: randomUUID(), sealed_document: '\\x00' },
    });
    const freezeId = await this.add('disbursement_freeze', {
      ...{ regions: '{DEMO_NOWHERE}', reason: 'INCIDENT', frozen_by: this.people.approver },
      frozen_at: this.desk.clock.now(),
    });
    const sampleId = await this.add('payment_sample', {
      ...{ from_day: this.today, to_day: this.today, wanted: 1, population: 1, audit_entries: 1 },
      ...{ seed: Buffer.alloc(32), drawn_by: this.people.approver, drawn_at: this.later },
    });
    await this.desk.database.asOperator(
      `INSERT INTO payment_sample_line (organization_id, sample_id, disbursement_id, place) VALUES ($1, $2, $3, 1)`,
      [this.organizationId, sampleId, disbursementId],
    );
    return {
      reservationId,
      disbursementId,
      resendOf: disbursementId,
      evidenceId,
      freezeId,
      sampleId,
    };
  }

  /** A task that was due yesterday, with a question in its papers. */
  async task() {
    const yesterday = new Date(this.desk.clock.now().getTime() - 86_400_000);
    const taskId = await this.add('task', {
      ...{ kind: 'RESEARCH', state: 'DRAFT', priority: 'P3', tier: 'V1', origin: 'FREE' },
      ...{ carries_personal_data: false, due_at: yesterday, expected_minutes: 30 },
      author_id: this.people.author,
    });
    const questionId = await this.add('task_paper', {
      ...{ task_id: taskId, kind: 'QUESTION', written_by: this.people.author },
      ...{ written_at: yesterday, sealed_text: '\\x00' },
    });
    return { taskId, questionId };
  }

  /** An alarm that nobody has looked at, with a line of its history and a word about it. */
  async callOut() {
    const { author } = this.people;
    const now = this.desk.clock.now();
    const callOutId = await this.add('call_out', {
      ...{ state: 'ALERT', trigger_code: 'SURGE', priority: 'P1', raised_by: author },
      ...{ raised_at: now, acknowledge_due_at: now, action_due_at: now, stabilise_due_at: now },
    });
    await this.add('call_out_transition', {
      ...{ call_out_id: callOutId, transition: 'RAISE', to_state: 'ALERT', version: 1 },
      ...{ made_by: author, made_at: now },
    });
    await this.desk.database.asOperator(
      `INSERT INTO call_out_call (organization_id, call_out_id, person_id, verdict, as_coordinator, made_at)
       VALUES ($1, $2, $3, 'PROCEED', false, $4)`,
      [this.organizationId, callOutId, author, now],
    );
    return { callOutId, ownerId: author };
  }

  /** A donor with a gift and a monthly gift, and a card that takes more. */
  async giving(fundId: string, reference: string) {
    const token = randomUUID();
    const link = createHmac('sha256', testServerKeys.lookup).update('donor-link\0').update(token);
    const donorId = await this.add('donor', { link_key: link.digest(), locale: 'en' });
    const wish = {
      ...{ donor_id: donorId, amount_minor: 5_000, currency: 'EUR', fund_id: fundId },
      ...{ fallback: 'FREE_FUND', started_on: this.today },
    };
    const ref = (): string => randomUUID().replaceAll('-', '');
    const giftId = await this.add('gift', {
      ...{ ...wish, ref: ref(), state: 'PENDING', progress: 'PENDING' },
    });
    const pledgeId = await this.add('pledge', { ...wish, ref: ref(), state: 'ACTIVE' });
    const earmark = await this.fund({ kind: 'EARMARK', funding_reference: reference });
    const cardId = await this.add('case_card', {
      ...{ public_codename: this.code(), need_group: 'LIV', amount_minor: 5_000, facts: '{}' },
      ...{ state: 'PUBLISHED', fund_id: earmark.fundId },
    });
    const textId = await this.add('public_text', {
      ...{ kind: 'UPDATE', funding_reference: reference, card_id: cardId, facts: '{}' },
      ...{
        body: 'Demo-text',
        shingles: '{1}',
        state: 'PROPOSED',
        written_at: this.desk.clock.now(),
      },
      ...{ author_ids: [this.people.author] },
    });
    return { token, giftId, pledgeId, cardId, caseCardId: cardId, textId };
  }

  /** A month that waits for two people; each planting takes the next. */
  async totals() {
    const [row] = await this.desk.database.asOperator<{ month: string }>(
      `SELECT (date '2020-01-01' + count(*) * interval '1 month')::date::text AS month
       FROM totals_snapshot WHERE organization_id = $1`,
      [this.organizationId],
    );
    const totalsId = await this.add('totals_snapshot', {
      ...{ month: row?.month, smallest_cell: 10, taken_at: this.desk.clock.now() },
    });
    return { totalsId };
  }

  /** An application with a referee who has not answered, the coordinator as a volunteer, and a referee to look at. */
  async vetting() {
    const { author, approver } = this.people;
    const day = this.today;
    const applicationId = await this.add('volunteer_application', {
      ...{ state: 'REFERENCES', state_since: day, country: 'LT', time_zone: 'Europe/Vilnius' },
      ...{ languages: '{en}', skills: '{}', applied_on: day, contact_key: '\\x00' },
    });
    await this.desk.database.asOperator(
      `INSERT INTO volunteer_reference (organization_id, application_id, referee_id, named_by, named_on)
       VALUES ($1, $2, $3, $4, $5)`,
      [this.organizationId, applicationId, author, approver, day],
    );
    await this.desk.database.asOperator(
      `INSERT INTO volunteer (person_id, organization_id, state, state_since, tier, country, time_zone, recheck_due_day)
       VALUES ($1, $2, 'ACTIVE', $3, 'V2', 'LT', 'Europe/Vilnius', $3) ON CONFLICT DO NOTHING`,
      [approver, this.organizationId, day],
    );
    await this.desk.database.asOperator(
      `INSERT INTO volunteer_review (id, organization_id, referee_id, vouchee_id, due_day)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [randomUUID(), this.organizationId, author, approver, day],
    );
    const [review] = await this.desk.database.asOperator<{ id: string }>(
      'SELECT id FROM volunteer_review WHERE referee_id = $1',
      [author],
    );
    return { applicationId, volunteerId: approver, reviewId: review?.id ?? '' };
  }

  private async fund(more: object): Promise<{ fundId: string; accountId: string }> {
    const accountId = await this.account('FUND');
    const fundId = await this.add('fund', {
      ...{ code: this.code(), name: 'Demo-Fund', account_id: accountId, rules: '{}' },
      ...{ state: 'OPEN', opens_on: this.today, is_public: false, ...more },
    });
    return { fundId, accountId };
  }

  private account(kind: 'ASSET' | 'FUND'): Promise<string> {
    const opened = { currency: 'EUR', is_limited: false, opened_at: this.desk.clock.now() };
    return this.add('ledger_account', { code: this.code(), kind, ...opened });
  }

  private code(): string {
    return `DEMO-${randomUUID().slice(0, 8).toUpperCase()}`;
  }

  private async add(table: string, columns: Readonly<Record<string, unknown>>): Promise<string> {
    const id = randomUUID();
    const row = { id, organization_id: this.organizationId, ...columns };
    const names = Object.keys(row);
    await this.desk.database.asOperator(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${String(index + 1)}`).join(', ')})`,
      Object.values(row),
    );
    return id;
  }
}
