import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of this step, children last. */
const TABLES = [
  'disbursement_setting',
  'fund_reservation',
  'disbursement',
  'disbursement_transition',
  'disbursement_signature',
  'disbursement_interest',
  'disbursement_freeze',
  'disbursement_evidence',
  'evidence_keeper',
  'receipt_word',
  'rail_use',
  'rail_limit',
];

/**
 * Why: reservations, disbursements with their signatures, declared interests, freezes, evidence, receipt words and the
 * use of rails that are visible inside the country (domain.md C4; decisions 1, 2, 5, 16, 20; security.md § 8.14, 8.15).
 * Decision sheet and payment instruction lie in compartments of their own, whose random subject ids stand here.
 * Undo: `down` drops them; what was sealed in them becomes unreadable.
 */
export class Disbursements1763800800000 implements MigrationInterface {
  readonly name = 'Disbursements1763800800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE compartment DROP CONSTRAINT compartment_kind_check;
      ALTER TABLE compartment ADD CONSTRAINT compartment_kind_check
        CHECK (kind IN ('CASE', 'INTAKE', 'SHEET', 'INSTRUCTION', 'EVIDENCE'));

      CREATE TABLE disbursement_setting (
        organization_id uuid PRIMARY KEY REFERENCES organization,
        -- A small organisation may let the approver release in the lowest band (decision 16).
        approver_may_release boolean NOT NULL DEFAULT false,
        rail_families integer NOT NULL DEFAULT 3 CHECK (rail_families BETWEEN 1 AND 3)
      );

      CREATE TABLE fund_reservation (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        need_id uuid NOT NULL REFERENCES need,
        fund_id uuid NOT NULL REFERENCES fund,
        account_id uuid NOT NULL REFERENCES ledger_account,
        -- The pending transfer that holds what is still set aside.
        transfer_id uuid NOT NULL REFERENCES ledger_transfer,
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        state text NOT NULL CHECK (state IN ('ACTIVE', 'SPENT', 'WITHDRAWN', 'EXPIRED')),
        expires_at timestamptz NOT NULL,
        reserved_by uuid NOT NULL REFERENCES person,
        CHECK ((state = 'ACTIVE') = (amount_minor > 0))
      );
      CREATE INDEX fund_reservation_by_need ON fund_reservation (organization_id, need_id);
      CREATE UNIQUE INDEX fund_reservation_transfer ON fund_reservation (transfer_id);
      CREATE INDEX fund_reservation_by_expiry ON fund_reservation (expires_at) WHERE state = 'ACTIVE';

      CREATE TABLE disbursement (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        need_id uuid NOT NULL REFERENCES need,
        reservation_id uuid NOT NULL REFERENCES fund_reservation,
        fund_id uuid NOT NULL REFERENCES fund,
        code text NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'PENDING_SECURITY', 'PENDING_APPROVAL', 'APPROVED', 'RELEASED',
          'IN_TRANSIT', 'DELIVERED', 'EVIDENCED', 'RECONCILED', 'BLOCKED', 'REJECTED', 'CANCELLED', 'FROZEN', 'FAILED',
          'RETURNED', 'LOST_OR_SEIZED', 'DISPUTED')),
        state_before text,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        currency text NOT NULL DEFAULT 'EUR' CHECK (currency = 'EUR'),
        channel_class text NOT NULL,
        recipient text NOT NULL CHECK (recipient IN ('FAMILY', 'PERSON_HELD', 'PERSON_RELEASED')),
        region text NOT NULL,
        clearance text NOT NULL CHECK (clearance IN ('A', 'S', 'B')),
        approvals_required integer NOT NULL CHECK (approvals_required IN (1, 2)),
        required_evidence text NOT NULL CHECK (required_evidence IN ('E0', 'E1', 'E2', 'E3', 'E4')),
        warnings text[] NOT NULL DEFAULT '{}',
        acknowledged text[] NOT NULL DEFAULT '{}',
        maker_id uuid NOT NULL REFERENCES person,
        sheet_subject_id uuid NOT NULL UNIQUE,
        sealed_sheet bytea NOT NULL,
        instruction_subject_id uuid NOT NULL UNIQUE,
        sealed_instruction bytea NOT NULL,
        release_transfer_id uuid REFERENCES ledger_transfer,
        payment_transfer_id uuid REFERENCES ledger_transfer,
        delivered_minor bigint NOT NULL DEFAULT 0 CHECK (delivered_minor >= 0),
        returned_minor bigint NOT NULL DEFAULT 0 CHECK (returned_minor >= 0),
        lost_minor bigint NOT NULL DEFAULT 0 CHECK (lost_minor >= 0),
        -- Released by its own approver: somebody looks at it afterwards.
        awaits_sample boolean NOT NULL DEFAULT false,
        settlement_reference text,
        resend_of uuid UNIQUE REFERENCES disbursement,
        drafted_at timestamptz NOT NULL,
        released_on date,
        delivered_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK (delivered_minor + returned_minor + lost_minor <= amount_minor),
        CHECK ((state IN ('FROZEN', 'DISPUTED')) = (state_before IS NOT NULL)),
        -- What has left has its transfers, and what has not left has none.
        CHECK ((release_transfer_id IS NULL) = (payment_transfer_id IS NULL)),
        CHECK ((release_transfer_id IS NOT NULL) = (state IN ('RELEASED', 'IN_TRANSIT', 'DELIVERED', 'EVIDENCED',
          'RECONCILED', 'FAILED', 'RETURNED', 'LOST_OR_SEIZED', 'DISPUTED'))
          OR state = 'CANCELLED')
      );
      CREATE INDEX disbursement_by_time ON disbursement (organization_id, drafted_at DESC, id DESC);
      CREATE INDEX disbursement_by_state ON disbursement (organization_id, state, drafted_at DESC, id DESC);
      CREATE INDEX disbursement_by_need ON disbursement (organization_id, need_id);
      CREATE INDEX disbursement_by_reservation ON disbursement (reservation_id);

      CREATE TABLE disbursement_transition (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        disbursement_id uuid NOT NULL REFERENCES disbursement,
        transition text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        version integer NOT NULL,
        amount_minor bigint,
        reason text,
        made_by uuid REFERENCES person,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX disbursement_transition_by_disbursement
        ON disbursement_transition (organization_id, disbursement_id);

      CREATE TABLE disbursement_signature (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        disbursement_id uuid NOT NULL REFERENCES disbursement,
        version integer NOT NULL,
        act text NOT NULL CHECK (act IN ('MADE', 'CLEARED', 'BLOCKED', 'APPROVED', 'REJECTED', 'RELEASED', 'WAIVED',
          'RECONCILED')),
        role text NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        reason text,
        signed_at timestamptz NOT NULL,
        voided_at timestamptz
      );
      -- Nobody stands twice under one version: whoever made it did not approve it, two approvals are two people.
      CREATE UNIQUE INDEX disbursement_signature_one_hat
        ON disbursement_signature (organization_id, disbursement_id, version, person_id)
        WHERE act IN ('MADE', 'APPROVED');
      CREATE UNIQUE INDEX disbursement_signature_once
        ON disbursement_signature (organization_id, disbursement_id, version, act, person_id);
      CREATE INDEX disbursement_signature_by_person ON disbursement_signature (organization_id, person_id);

      CREATE TABLE disbursement_interest (
        organization_id uuid NOT NULL,
        disbursement_id uuid NOT NULL REFERENCES disbursement,
        person_id uuid NOT NULL REFERENCES person,
        has_interest boolean NOT NULL,
        declared_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, disbursement_id, person_id)
      );

      -- A cohort; every criterion that is set must fit. Lifted freezes stay as history.
      CREATE TABLE disbursement_freeze (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        regions text[],
        channel_classes text[],
        fund_ids uuid[],
        case_ids uuid[],
        counterparty_kind text,
        counterparty_bidx bytea,
        reason text NOT NULL,
        frozen_by uuid NOT NULL REFERENCES person,
        frozen_at timestamptz NOT NULL,
        lifted_by uuid REFERENCES person,
        lifted_at timestamptz,
        CHECK (num_nonnulls(regions, channel_classes, fund_ids, case_ids, counterparty_bidx) > 0),
        CHECK ((lifted_by IS NULL) = (lifted_at IS NULL)),
        CHECK ((counterparty_kind IS NULL) = (counterparty_bidx IS NULL))
      );
      CREATE INDEX disbursement_freeze_standing ON disbursement_freeze (organization_id, frozen_at)
        WHERE lifted_at IS NULL;

      CREATE TABLE disbursement_evidence (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        disbursement_id uuid NOT NULL REFERENCES disbursement,
        case_id uuid NOT NULL REFERENCES case_file,
        class text NOT NULL CHECK (class IN ('E0', 'E1', 'E2', 'E3', 'E4')),
        what text NOT NULL,
        recorded_by uuid REFERENCES person,
        recorded_at timestamptz NOT NULL,
        commitment bytea,
        -- The salt of the commitment; without it the commitment tells nothing about guessable data.
        sealed_t1 bytea,
        document_subject_id uuid UNIQUE,
        sealed_document bytea,
        CHECK ((class = 'E3') = (commitment IS NOT NULL) AND (commitment IS NULL) = (sealed_t1 IS NULL)),
        CHECK ((class = 'E4') = (document_subject_id IS NOT NULL)
          AND (document_subject_id IS NULL) = (sealed_document IS NULL))
      );
      CREATE INDEX disbursement_evidence_by_disbursement ON disbursement_evidence (organization_id, disbursement_id);

      -- An appointment, not a role (decision 15).
      CREATE TABLE evidence_keeper (
        organization_id uuid NOT NULL REFERENCES organization,
        person_id uuid NOT NULL REFERENCES person,
        appointed_by uuid NOT NULL REFERENCES person,
        appointed_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, person_id)
      );

      CREATE TABLE receipt_word (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        disbursement_id uuid NOT NULL REFERENCES disbursement,
        -- A keyed hash; the word itself is kept nowhere.
        word_key bytea NOT NULL UNIQUE,
        issued_by uuid NOT NULL REFERENCES person,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX receipt_word_by_disbursement ON receipt_word (organization_id, disbursement_id);

      -- Identifiers of a payout that are visible inside the country, as keyed hashes (security.md § 8.15).
      CREATE TABLE rail_use (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        disbursement_id uuid NOT NULL REFERENCES disbursement,
        kind text NOT NULL,
        rail_bidx bytea NOT NULL,
        family_bidx bytea NOT NULL,
        -- Abroad nobody of the country reads along; such identifiers only serve to freeze.
        is_visible boolean NOT NULL,
        -- Null until the money has left. It stays when the money comes back: the order was seen.
        used_on date
      );
      CREATE INDEX rail_use_by_rail ON rail_use (organization_id, kind, rail_bidx, used_on);
      CREATE INDEX rail_use_by_disbursement ON rail_use (organization_id, disbursement_id);

      CREATE TABLE rail_limit (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        kind text NOT NULL,
        rail_bidx bytea NOT NULL,
        families integer NOT NULL CHECK (families BETWEEN 1 AND 500),
        reviewed_by uuid NOT NULL REFERENCES person,
        reviewed_on date NOT NULL,
        review_due date NOT NULL CHECK (review_due > reviewed_on)
      );
      CREATE INDEX rail_limit_by_rail ON rail_limit (organization_id, kind, rail_bidx, reviewed_on DESC);
    `);
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        GRANT SELECT, INSERT ON ${table} TO kinward_app;
      `);
    }
    await runner.query(`
      GRANT UPDATE ON fund_reservation, disbursement, rail_use TO kinward_app;
      GRANT DELETE ON rail_use, evidence_keeper TO kinward_app;
      GRANT UPDATE (voided_at) ON disbursement_signature TO kinward_app;
      GRANT UPDATE (has_interest, declared_at) ON disbursement_interest TO kinward_app;
      GRANT UPDATE (lifted_by, lifted_at) ON disbursement_freeze TO kinward_app;
      GRANT UPDATE (used_at, expires_at) ON receipt_word TO kinward_app;
      GRANT UPDATE (sealed_t1) ON disbursement_evidence TO kinward_app;

      -- The worker gives lapsed reservations free again and counts for the invariants; it reads nothing sealed.
      CREATE POLICY jobs ON fund_reservation TO kinward_worker USING (true);
      GRANT SELECT, UPDATE (state, amount_minor) ON fund_reservation TO kinward_worker;
      CREATE POLICY jobs ON disbursement FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT (id, organization_id, need_id, reservation_id, fund_id, state, state_before, amount_minor,
        approvals_required, maker_id, awaits_sample, release_transfer_id, payment_transfer_id, delivered_minor,
        returned_minor, lost_minor, required_evidence, version) ON disbursement TO kinward_worker;
      CREATE POLICY jobs ON disbursement_signature FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT ON disbursement_signature TO kinward_worker;
      CREATE POLICY jobs ON disbursement_evidence FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT (id, organization_id, disbursement_id, class) ON disbursement_evidence TO kinward_worker;
      CREATE POLICY jobs ON rail_use FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT ON rail_use TO kinward_worker;
      CREATE POLICY jobs ON rail_limit FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT ON rail_limit TO kinward_worker;
      CREATE POLICY jobs ON disbursement_setting FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT ON disbursement_setting TO kinward_worker;
      GRANT UPDATE (reserved_minor) ON need TO kinward_worker;

      -- Asked before an organisation is known: it needs the exact key and answers one row.
      CREATE POLICY gate ON receipt_word FOR SELECT TO kinward_gate USING (true);
      GRANT SELECT (id, organization_id, word_key) ON receipt_word TO kinward_gate;
      CREATE FUNCTION find_receipt_word(wanted bytea) RETURNS TABLE (id uuid, organization_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        BEGIN ATOMIC
          SELECT w.id, w.organization_id FROM receipt_word w WHERE w.word_key = wanted;
        END;
      GRANT CREATE ON SCHEMA public TO kinward_gate;
      ALTER FUNCTION find_receipt_word(bytea) OWNER TO kinward_gate;
      REVOKE CREATE ON SCHEMA public FROM kinward_gate;
      REVOKE EXECUTE ON FUNCTION find_receipt_word(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION find_receipt_word(bytea) TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_receipt_word(bytea);
      REVOKE UPDATE (reserved_minor) ON need FROM kinward_worker;
      DROP TABLE ${[...TABLES].reverse().join(', ')};
      ALTER TABLE compartment DROP CONSTRAINT compartment_kind_check;
      ALTER TABLE compartment ADD CONSTRAINT compartment_kind_check CHECK (kind IN ('CASE', 'INTAKE'));
    `);
  }
}
