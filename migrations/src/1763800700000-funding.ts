import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of this step, children last. */
const TABLES = [
  'fund',
  'funder_grant',
  'grant_instalment',
  'case_card',
  'donor',
  'pledge',
  'pledge_change',
  'gift',
  'gift_move',
  'gift_refund',
  'gift_dispute',
  'receipt_series',
  'gift_receipt',
  'stripe_event',
  'provider_customer',
];

/** What the worker may write; whatever is sealed or keyed stays out of its reach. */
const WORKER_GRANTS = `
  GRANT SELECT, UPDATE (state, version) ON fund TO kinward_worker;
  GRANT SELECT, UPDATE (state, version) ON case_card TO kinward_worker;
  GRANT SELECT, UPDATE ON pledge TO kinward_worker;
  GRANT SELECT, INSERT, UPDATE (first_sent_at, done_at) ON pledge_change TO kinward_worker;
  GRANT SELECT, INSERT, UPDATE ON gift TO kinward_worker;
  GRANT SELECT, INSERT ON gift_move TO kinward_worker;
  GRANT SELECT, INSERT, UPDATE ON gift_refund TO kinward_worker;
  GRANT SELECT, INSERT, UPDATE ON gift_dispute TO kinward_worker;
  GRANT SELECT, INSERT, UPDATE ON receipt_series TO kinward_worker;
  GRANT SELECT, INSERT ON gift_receipt TO kinward_worker;
  GRANT SELECT, INSERT, UPDATE ON stripe_event TO kinward_worker;
`;

/**
 * Why: funds with rules, grants, gifts with their refunds and disputes, monthly gifts, case cards, receipts and the
 * inbox of the payment provider (domain.md C6; decisions 17, 18; security.md § 3.1, 8.14). No row holds a need, a
 * case or a family; a fund for one need holds that need's random funding reference. An event's payload is never
 * stored, because it names the donor.
 * Undo: `down` drops them.
 */
export class Funding1763800700000 implements MigrationInterface {
  readonly name = 'Funding1763800700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fund (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,29}$'),
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('GRANT', 'PUBLIC', 'EMERGENCY', 'EARMARK')),
        account_id uuid NOT NULL UNIQUE REFERENCES ledger_account,
        rules jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'SUSPENDED', 'CLOSED')),
        opens_on date NOT NULL,
        lapses_on date,
        floor_minor bigint NOT NULL DEFAULT 0 CHECK (floor_minor >= 0),
        is_public boolean NOT NULL,
        -- The one fund that takes what has no other place and pays what donors take back.
        is_free_fund boolean NOT NULL DEFAULT false,
        funding_reference uuid,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (organization_id, code),
        CHECK (lapses_on >= opens_on),
        CHECK ((kind = 'EARMARK') = (funding_reference IS NOT NULL)),
        CHECK (NOT is_free_fund OR kind = 'PUBLIC')
      );
      CREATE UNIQUE INDEX fund_one_free ON fund (organization_id) WHERE is_free_fund;
      CREATE UNIQUE INDEX fund_by_reference ON fund (organization_id, funding_reference)
        WHERE funding_reference IS NOT NULL AND state <> 'CLOSED';

      CREATE TABLE funder_grant (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,29}$'),
        name text NOT NULL,
        state text NOT NULL CHECK (state IN
          ('PIPELINE', 'SIGNED', 'OPEN', 'CLOSING', 'REPORTED', 'CLOSED', 'SUSPENDED')),
        state_before_suspension text,
        -- Who may see the grant for the foundation that gives it.
        manager_id uuid REFERENCES person,
        fund_id uuid NOT NULL REFERENCES fund,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        currency text NOT NULL CHECK (currency = 'EUR'),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        lapses_on date NOT NULL,
        lines jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (organization_id, code),
        CHECK (starts_on <= ends_on AND ends_on <= lapses_on),
        CHECK ((state = 'SUSPENDED') = (state_before_suspension IS NOT NULL))
      );
      CREATE INDEX funder_grant_by_manager ON funder_grant (organization_id, manager_id);
      CREATE INDEX funder_grant_by_fund ON funder_grant (organization_id, fund_id);

      CREATE TABLE grant_instalment (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        grant_id uuid NOT NULL REFERENCES funder_grant,
        transfer_id uuid NOT NULL UNIQUE REFERENCES ledger_transfer,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        bank_reference text NOT NULL CHECK (bank_reference ~ '^[A-Z0-9][A-Z0-9/-]{2,34}$'),
        booked_on date NOT NULL,
        booked_by uuid NOT NULL REFERENCES person,
        UNIQUE (organization_id, grant_id, bank_reference)
      );

      -- What the public sees of one need. Neither need nor case stands here; the fund holds the funding reference.
      CREATE TABLE case_card (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        public_codename text NOT NULL,
        need_group text NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        facts jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'FULL', 'WITHDRAWN', 'CLOSED')),
        fund_id uuid NOT NULL UNIQUE REFERENCES fund,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (organization_id, public_codename)
      );

      CREATE TABLE donor (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        -- A keyed hash of the private link's token; the token itself is kept nowhere.
        link_key bytea NOT NULL UNIQUE,
        email_sealed bytea,
        email_key bytea,
        locale text NOT NULL CHECK (locale IN ('en', 'be', 'ru', 'pl', 'lt')),
        forgotten_on date,
        CHECK ((email_sealed IS NULL) = (email_key IS NULL)),
        CHECK (forgotten_on IS NULL OR email_sealed IS NULL)
      );
      CREATE INDEX donor_by_email_key ON donor (organization_id, email_key) WHERE email_key IS NOT NULL;

      CREATE TABLE pledge (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        donor_id uuid NOT NULL REFERENCES donor,
        ref text NOT NULL UNIQUE CHECK (ref ~ '^[0-9a-f]{32}$'),
        state text NOT NULL CHECK (state IN
          ('INTENT', 'BLOCKED_RISK', 'ACTIVE', 'PAUSED', 'PAST_DUE', 'ENDED')),
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        currency text NOT NULL CHECK (currency = 'EUR'),
        fund_id uuid NOT NULL REFERENCES fund,
        fallback text NOT NULL CHECK (fallback IN ('SAME_KIND', 'FREE_FUND')),
        session_id text UNIQUE,
        subscription_id text UNIQUE,
        -- The card that the provider keeps, by its random id there.
        payment_method_id text,
        -- Set before the subscription is asked for, so that a lost answer is looked up and not asked again.
        subscribe_sent_at timestamptz,
        started_on date NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX pledge_by_donor ON pledge (organization_id, donor_id);

      CREATE TABLE pledge_change (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        pledge_id uuid NOT NULL REFERENCES pledge,
        kind text NOT NULL CHECK (kind IN ('STOP', 'PAUSE', 'RESUME', 'AMOUNT', 'CARD')),
        amount_minor bigint CHECK (amount_minor > 0),
        payment_method_id text,
        ref text NOT NULL UNIQUE CHECK (ref ~ '^[0-9a-f]{32}$'),
        asked_at timestamptz NOT NULL,
        first_sent_at timestamptz,
        done_at timestamptz,
        CHECK ((kind = 'AMOUNT') = (amount_minor IS NOT NULL)),
        CHECK ((kind = 'CARD') = (payment_method_id IS NOT NULL))
      );
      CREATE INDEX pledge_change_open ON pledge_change (organization_id, asked_at) WHERE done_at IS NULL;
      CREATE INDEX pledge_change_by_pledge ON pledge_change (organization_id, pledge_id);

      CREATE TABLE gift (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        donor_id uuid NOT NULL REFERENCES donor,
        pledge_id uuid REFERENCES pledge,
        ref text NOT NULL UNIQUE CHECK (ref ~ '^[0-9a-f]{32}$'),
        state text NOT NULL CHECK (state IN ('INTENT', 'PENDING', 'BLOCKED_RISK', 'FAILED', 'SUCCEEDED', 'REFUNDED',
          'DISPUTED', 'CHARGED_BACK')),
        -- How far the payment has come; it only goes forward, and the state follows from it.
        progress text NOT NULL CHECK (progress IN ('INTENT', 'PENDING', 'FAILED', 'BLOCKED_RISK', 'SUCCEEDED')),
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        fee_minor bigint NOT NULL DEFAULT 0 CHECK (fee_minor >= 0),
        refunded_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_minor >= 0),
        currency text NOT NULL CHECK (currency = 'EUR'),
        fund_id uuid NOT NULL REFERENCES fund,
        fallback text NOT NULL CHECK (fallback IN ('SAME_KIND', 'FREE_FUND')),
        session_id text UNIQUE,
        payment_intent_id text UNIQUE,
        charge_id text UNIQUE,
        invoice_id text UNIQUE,
        started_on date NOT NULL,
        booked_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CHECK (refunded_minor <= amount_minor),
        CHECK ((progress = 'SUCCEEDED') = (booked_at IS NOT NULL))
      );
      CREATE INDEX gift_by_day ON gift (organization_id, started_on DESC, id);
      CREATE INDEX gift_by_donor ON gift (organization_id, donor_id);
      CREATE INDEX gift_by_fund ON gift (organization_id, fund_id, booked_at, id) WHERE booked_at IS NOT NULL;

      -- Where a gift went instead of the card it was meant for; the donor is told.
      CREATE TABLE gift_move (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        gift_id uuid NOT NULL REFERENCES gift,
        from_fund_id uuid NOT NULL REFERENCES fund,
        to_fund_id uuid NOT NULL REFERENCES fund,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        reason text NOT NULL CHECK (reason IN ('OVER_FUNDED', 'CLOSED', 'WITHDRAWN')),
        moved_on date NOT NULL
      );
      CREATE INDEX gift_move_by_gift ON gift_move (organization_id, gift_id);

      CREATE TABLE gift_refund (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        gift_id uuid NOT NULL REFERENCES gift,
        -- Idempotency key and metadata of the call; stored before it is sent.
        ref text NOT NULL UNIQUE CHECK (ref ~ '^[0-9a-f]{32}$'),
        state text NOT NULL CHECK (state IN ('REQUESTED', 'PENDING', 'SUCCEEDED', 'FAILED')),
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        reason text NOT NULL,
        requested_by uuid REFERENCES person,
        requested_at timestamptz NOT NULL,
        first_sent_at timestamptz,
        refund_id text UNIQUE,
        -- The debited account: the fund's, or the receivable where the fund could not pay.
        paid_from uuid REFERENCES ledger_account,
        transfer_id uuid REFERENCES ledger_transfer,
        -- The free fund's money that filled a receivable.
        covered_transfer_id uuid REFERENCES ledger_transfer,
        returned_transfer_id uuid REFERENCES ledger_transfer,
        version integer NOT NULL DEFAULT 1,
        CHECK ((paid_from IS NULL) = (transfer_id IS NULL))
      );
      CREATE INDEX gift_refund_by_gift ON gift_refund (organization_id, gift_id);
      CREATE INDEX gift_refund_to_send ON gift_refund (requested_at, id) WHERE state = 'REQUESTED';
      CREATE INDEX gift_refund_by_time ON gift_refund (organization_id, requested_at DESC, id);

      CREATE TABLE gift_dispute (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        gift_id uuid NOT NULL REFERENCES gift,
        dispute_id text NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('OPEN', 'WON', 'LOST')),
        -- What left and has not come back, fee included.
        missing_minor bigint NOT NULL DEFAULT 0 CHECK (missing_minor >= 0),
        covered_transfer_id uuid REFERENCES ledger_transfer,
        opened_on date NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX gift_dispute_by_gift ON gift_dispute (organization_id, gift_id);

      CREATE TABLE receipt_series (
        organization_id uuid NOT NULL REFERENCES organization,
        year integer NOT NULL,
        last_number integer NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (organization_id, year)
      );
      CREATE TABLE gift_receipt (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        gift_id uuid NOT NULL UNIQUE REFERENCES gift,
        year integer NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        issued_on date NOT NULL,
        UNIQUE (organization_id, year, number)
      );

      CREATE TABLE stripe_event (
        organization_id uuid NOT NULL REFERENCES organization,
        event_id text NOT NULL CHECK (length(event_id) <= 100),
        type text NOT NULL CHECK (length(type) <= 100),
        object_id text NOT NULL CHECK (length(object_id) <= 100),
        created_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('RECEIVED', 'DONE', 'IGNORED', 'FAILED')),
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL,
        failure text,
        PRIMARY KEY (organization_id, event_id)
      );
      CREATE INDEX stripe_event_waiting ON stripe_event (next_try_at, event_id) WHERE state = 'RECEIVED';
      CREATE INDEX stripe_event_by_time ON stripe_event (organization_id, created_at DESC, event_id);

      -- Who a donor is at the provider stands apart from everything else, by pseudonym only (security.md § 8.14).
      CREATE TABLE provider_customer (
        donor_id uuid PRIMARY KEY REFERENCES donor,
        organization_id uuid NOT NULL REFERENCES organization,
        customer_id text NOT NULL UNIQUE,
        -- Set when the donor asked to be forgotten; the row goes once the provider has erased the customer.
        erase_asked_on date
      );
    `);
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        CREATE POLICY jobs ON ${table} TO kinward_worker USING (true);
        GRANT SELECT, INSERT ON ${table} TO kinward_app;
      `);
    }
    await runner.query(`
      GRANT UPDATE ON fund, funder_grant, case_card, donor, pledge, gift, gift_refund TO kinward_app;
      GRANT UPDATE (done_at) ON pledge_change TO kinward_app;
      GRANT UPDATE (last_number) ON receipt_series TO kinward_app;
      GRANT UPDATE (erase_asked_on) ON provider_customer TO kinward_app;
      GRANT SELECT, INSERT, DELETE ON provider_customer TO kinward_worker;
      ${WORKER_GRANTS}

      -- The two questions a donor asks before an organisation is known. Each needs the exact key and answers one row.
      CREATE POLICY gate ON organization FOR SELECT TO kinward_gate USING (true);
      CREATE POLICY gate ON donor FOR SELECT TO kinward_gate USING (true);
      GRANT SELECT (id, code) ON organization TO kinward_gate;
      GRANT SELECT (id, organization_id, link_key) ON donor TO kinward_gate;
      CREATE FUNCTION find_organization(wanted text) RETURNS uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        BEGIN ATOMIC
          SELECT o.id FROM organization o WHERE o.code = wanted;
        END;
      CREATE FUNCTION find_donor(wanted bytea) RETURNS TABLE (donor_id uuid, organization_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        BEGIN ATOMIC
          SELECT d.id, d.organization_id FROM donor d WHERE d.link_key = wanted;
        END;
      GRANT CREATE ON SCHEMA public TO kinward_gate;
      ALTER FUNCTION find_organization(text) OWNER TO kinward_gate;
      ALTER FUNCTION find_donor(bytea) OWNER TO kinward_gate;
      REVOKE CREATE ON SCHEMA public FROM kinward_gate;
      REVOKE EXECUTE ON FUNCTION find_organization(text), find_donor(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION find_organization(text), find_donor(bytea) TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_donor(bytea), find_organization(text);
      DROP TABLE ${[...TABLES].reverse().join(', ')};
      DROP POLICY gate ON organization;
      REVOKE SELECT (id, code) ON organization FROM kinward_gate;
    `);
  }
}
