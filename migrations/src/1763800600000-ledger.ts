import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['ledger_account', 'ledger_transfer', 'ledger_delta'];

/**
 * Why: the books (security.md § 8.14, decision 19): accounts with random ids, transfers that nobody can change, and
 * the movements that are not folded into an account's totals yet. No row knows a case, a need or a person.
 * Undo: `down` drops them.
 */
export class Ledger1763800600000 implements MigrationInterface {
  readonly name = 'Ledger1763800600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_account (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        code text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('ASSET', 'LIABILITY', 'FUND', 'EXPENSE')),
        currency text NOT NULL CHECK (currency = 'EUR'),
        is_limited boolean NOT NULL,
        debits_pending bigint NOT NULL DEFAULT 0 CHECK (debits_pending >= 0),
        debits_posted bigint NOT NULL DEFAULT 0 CHECK (debits_posted >= 0),
        credits_pending bigint NOT NULL DEFAULT 0 CHECK (credits_pending >= 0),
        credits_posted bigint NOT NULL DEFAULT 0 CHECK (credits_posted >= 0),
        opened_at timestamptz NOT NULL,
        UNIQUE (organization_id, code),
        CONSTRAINT ledger_account_not_overdrawn
          CHECK (NOT is_limited OR debits_pending + debits_posted <= credits_posted)
      );

      CREATE TABLE ledger_transfer (
        id uuid PRIMARY KEY,
        -- The order of booking among transfers of one instant; says nothing else.
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        organization_id uuid NOT NULL,
        debit_account_id uuid NOT NULL,
        credit_account_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0 AND amount <= 1000000000000),
        currency text NOT NULL CHECK (currency = 'EUR'),
        phase text NOT NULL CHECK (phase IN ('DIRECT', 'PENDING', 'POST', 'VOID')),
        code text NOT NULL,
        pending_id uuid REFERENCES ledger_transfer,
        reverses_id uuid REFERENCES ledger_transfer,
        reference uuid,
        idempotency_key text NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 120),
        idempotency_hash bytea NOT NULL,
        expires_at timestamptz,
        booked_at timestamptz NOT NULL,
        UNIQUE (organization_id, idempotency_key),
        CHECK (debit_account_id <> credit_account_id),
        CHECK ((phase IN ('POST', 'VOID')) = (pending_id IS NOT NULL)),
        CHECK ((phase = 'PENDING') = (expires_at IS NOT NULL)),
        CHECK (reverses_id IS NULL OR phase = 'DIRECT')
      );
      -- A pending transfer is resolved at most once.
      CREATE UNIQUE INDEX ledger_transfer_resolution ON ledger_transfer (pending_id) WHERE pending_id IS NOT NULL;
      CREATE INDEX ledger_transfer_by_debit ON ledger_transfer (debit_account_id, booked_at, sequence);
      CREATE INDEX ledger_transfer_by_credit ON ledger_transfer (credit_account_id, booked_at, sequence);
      CREATE INDEX ledger_transfer_by_reference ON ledger_transfer (organization_id, reference)
        WHERE reference IS NOT NULL;
      CREATE INDEX ledger_transfer_by_expiry ON ledger_transfer (expires_at) WHERE phase = 'PENDING';
      CREATE INDEX ledger_transfer_reversals ON ledger_transfer (reverses_id) WHERE reverses_id IS NOT NULL;

      CREATE FUNCTION ledger_transfer_is_final() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog AS $$
        BEGIN
          RAISE EXCEPTION 'a booked transfer is never changed' USING ERRCODE = '23001';
        END $$;
      CREATE TRIGGER ledger_transfer_no_change BEFORE UPDATE OR DELETE ON ledger_transfer
        FOR EACH ROW EXECUTE FUNCTION ledger_transfer_is_final();
      CREATE TRIGGER ledger_transfer_no_truncate BEFORE TRUNCATE ON ledger_transfer
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_transfer_is_final();

      -- Transfers refer to accounts, so an account stays and stays what it is; only its totals move.
      CREATE FUNCTION ledger_account_is_kept() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog AS $$
        BEGIN
          RAISE EXCEPTION 'an account is kept as it was opened' USING ERRCODE = '23001';
        END $$;
      CREATE TRIGGER ledger_account_no_change BEFORE DELETE OR UPDATE OF id, organization_id, code, kind, currency,
          is_limited
        ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_account_is_kept();
      CREATE TRIGGER ledger_account_no_truncate BEFORE TRUNCATE ON ledger_account
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_account_is_kept();

      -- Both accounts belong to the organisation that books. In place of foreign keys, whose row locks on the few accounts
      -- that every transfer moves would make all writers share them; nothing needs a lock where nothing is deleted.
      CREATE FUNCTION ledger_transfer_knows_its_accounts() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog, public AS $$
        DECLARE named record;
        BEGIN
          FOR named IN SELECT organization_id, debit_account_id AS id FROM booked
            UNION SELECT organization_id, credit_account_id FROM booked
          LOOP
            IF NOT EXISTS (SELECT FROM ledger_account a
                WHERE a.id = named.id AND a.organization_id = named.organization_id) THEN
              RAISE EXCEPTION 'a transfer moves between accounts of its organisation' USING ERRCODE = '23503';
            END IF;
          END LOOP;
          RETURN NULL;
        END $$;
      CREATE TRIGGER ledger_transfer_accounts AFTER INSERT ON ledger_transfer REFERENCING NEW TABLE AS booked
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_transfer_knows_its_accounts();

      -- The second phase keeps to the first: same accounts, never more than was set aside.
      CREATE FUNCTION ledger_transfer_keeps_to_pending() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog, public AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM ledger_transfer p WHERE p.id = NEW.pending_id AND p.phase = 'PENDING'
              AND p.organization_id = NEW.organization_id
              AND p.debit_account_id = NEW.debit_account_id AND p.credit_account_id = NEW.credit_account_id
              AND (p.amount = NEW.amount OR (NEW.phase = 'POST' AND p.amount > NEW.amount))) THEN
            RAISE EXCEPTION 'a resolution must keep to its pending transfer' USING ERRCODE = '23514';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER ledger_transfer_resolves BEFORE INSERT ON ledger_transfer FOR EACH ROW
        WHEN (NEW.pending_id IS NOT NULL) EXECUTE FUNCTION ledger_transfer_keeps_to_pending();

      -- Movements that wait to be folded into their account: writers of one busy account never wait for each other.
      CREATE TABLE ledger_delta (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organization_id uuid NOT NULL,
        account_id uuid NOT NULL,
        debits_pending bigint NOT NULL,
        debits_posted bigint NOT NULL,
        credits_pending bigint NOT NULL,
        credits_posted bigint NOT NULL
      );
      CREATE INDEX ledger_delta_by_account ON ledger_delta (account_id);
    `);
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        CREATE POLICY jobs ON ${table} TO kinward_worker USING (true);
        GRANT SELECT ON ${table} TO kinward_app, kinward_worker;
      `);
    }
    await runner.query(`
      GRANT INSERT ON ledger_transfer, ledger_delta TO kinward_app, kinward_worker;
      -- An account begins empty: totals come from transfers only.
      GRANT INSERT (id, organization_id, code, kind, currency, is_limited, opened_at) ON ledger_account
        TO kinward_app, kinward_worker;
      GRANT UPDATE (debits_pending, debits_posted, credits_pending, credits_posted) ON ledger_account
        TO kinward_app, kinward_worker;
      GRANT DELETE ON ledger_delta TO kinward_app, kinward_worker;
      -- The nightly check of the books raises alarms.
      CREATE POLICY jobs ON security_alert FOR INSERT TO kinward_worker WITH CHECK (true);
      GRANT INSERT ON security_alert TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY jobs ON security_alert;
      REVOKE INSERT ON security_alert FROM kinward_worker;
      DROP TABLE ${[...TABLES].reverse().join(', ')};
      DROP FUNCTION ledger_account_is_kept, ledger_transfer_is_final, ledger_transfer_keeps_to_pending,
        ledger_transfer_knows_its_accounts;
    `);
  }
}
