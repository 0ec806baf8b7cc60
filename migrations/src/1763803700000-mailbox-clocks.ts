import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: complaints past their day go to security, and mailboxes that nobody used for 90 days are destroyed, those with
 * something open two weeks after the desk was warned (ADR 0025; domain.md B 59; security.md § 8.11). Jobs do it, and a job may
 * touch nothing sealed, so it asks functions that do this and nothing else.
 * Undo: `down` drops the functions and forgets what was warned of; destroyed mailboxes stay destroyed.
 */
export class MailboxClocks1763803700000 implements MigrationInterface {
  readonly name = 'MailboxClocks1763803700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mailbox ADD warned_on date,
        -- By time; a mailbox that a family closed itself has none.
        ADD destroyed_on date,
        ADD CONSTRAINT mailbox_destroyed CHECK (destroyed_on IS NULL OR state = 'CLOSED');
      CREATE INDEX mailbox_by_use ON mailbox (used_on) WHERE state = 'OPEN';

      -- A key that opens nothing any more says whose words these were.
      UPDATE mailbox SET public_key = '', key_mark = '' WHERE state = 'CLOSED';
      ALTER TABLE mailbox ADD CONSTRAINT mailbox_keeps_no_key CHECK (state = 'OPEN' OR public_key = '');

      CREATE FUNCTION escalate_complaints(now timestamptz, most integer)
        RETURNS TABLE (id uuid, organization_id uuid, person_ids uuid[])
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH due AS (
          SELECT c.id, (now AT TIME ZONE o.time_zone)::date AS today FROM complaint c
          JOIN organization o ON o.id = c.organization_id
          WHERE c.state = 'OPEN' AND c.escalated_on IS NULL AND c.due_on < (now AT TIME ZONE o.time_zone)::date
          ORDER BY c.due_on, c.id LIMIT most FOR UPDATE OF c SKIP LOCKED),
        late AS (
          UPDATE complaint c SET escalated_on = due.today FROM due WHERE c.id = due.id
          RETURNING c.id, c.organization_id),
        readers AS (
          SELECT l.id, p.id AS person_id, 'SECURITY_OFFICER' = ANY(p.roles) AS is_security FROM late l
          JOIN complaint_copy y ON y.complaint_id = l.id
          JOIN person p ON p.id = y.person_id AND p.standing <> 'SUSPENDED')
        SELECT l.id, l.organization_id, coalesce(
          (SELECT array_agg(r.person_id) FROM readers r WHERE r.id = l.id AND r.is_security),
          (SELECT array_agg(r.person_id) FROM readers r WHERE r.id = l.id),
          (SELECT array_agg(p.id) FROM person p WHERE p.organization_id = l.organization_id
            AND 'SECURITY_OFFICER' = ANY(p.roles) AND p.standing <> 'SUSPENDED'),
          '{}')
        FROM late l ORDER BY l.organization_id, l.id $$;

      -- Mailboxes that nobody used for some time. Days since then, and whether something still waits in them.
      CREATE FUNCTION unused_mailboxes(now timestamptz)
        RETURNS TABLE (id uuid, today date, idle integer, is_open boolean, warned_for integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT m.id, d.today, d.today - d.last_use,
          m.held_on IS NOT NULL
            OR EXISTS (SELECT FROM mailbox_message l
              WHERE l.mailbox_id = m.id AND l.direction = 'FROM_FAMILY' AND NOT l.is_read)
            OR EXISTS (SELECT FROM complaint c WHERE c.mailbox_id = m.id AND c.state = 'OPEN')
            OR EXISTS (SELECT FROM intake_request r WHERE r.id = m.request_id
              AND r.state NOT IN ('ACCEPTED', 'DECLINED', 'MERGED', 'SUPERSEDED'))
            OR EXISTS (SELECT FROM case_file f WHERE f.id = m.case_id
              AND f.state NOT IN ('CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED')),
          -- A warning counts for the silence that it was given in.
          CASE WHEN m.warned_on >= d.last_use + 76 THEN d.today - m.warned_on END
        FROM mailbox m JOIN organization o ON o.id = m.organization_id
        CROSS JOIN LATERAL (SELECT (now AT TIME ZONE o.time_zone)::date AS today,
          greatest(m.used_on, (SELECT max(l.written_on) FROM mailbox_message l WHERE l.mailbox_id = m.id)) AS last_use) d
        WHERE m.state = 'OPEN' AND m.used_on <= (now AT TIME ZONE 'UTC')::date - 75 $$;

      CREATE FUNCTION warn_of_unused_mailboxes(now timestamptz, most integer)
        RETURNS TABLE (id uuid, organization_id uuid, case_id uuid, request_id uuid, person_ids uuid[])
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        #variable_conflict use_column
        DECLARE held uuid[];
        BEGIN
          -- Locked first, looked at afterwards: whoever wrote meanwhile is seen.
          held := ARRAY(SELECT m.id FROM mailbox m JOIN unused_mailboxes(now) u ON u.id = m.id
            WHERE u.idle >= 76 AND u.is_open AND u.warned_for IS NULL
            ORDER BY m.used_on, m.id LIMIT most FOR UPDATE OF m SKIP LOCKED);
          RETURN QUERY
            WITH warned AS (
              UPDATE mailbox m SET warned_on = u.today, version = m.version + 1 FROM unused_mailboxes(now) u
              WHERE m.id = ANY(held) AND u.id = m.id AND u.idle >= 76 AND u.is_open AND u.warned_for IS NULL
              RETURNING m.id, m.organization_id, m.case_id, m.request_id)
            SELECT w.id, w.organization_id, w.case_id, w.request_id, coalesce(
              (SELECT array_agg(p.id) FROM case_file f JOIN person p ON p.id IN (f.assignee_id, f.deputy_id)
                WHERE f.id = w.case_id AND p.standing <> 'SUSPENDED'),
              (SELECT array_agg(p.id) FROM person p WHERE p.organization_id = w.organization_id
                AND 'COORDINATOR' = ANY(p.roles) AND p.standing <> 'SUSPENDED'),
              '{}')
            FROM warned w ORDER BY w.organization_id, w.id;
        END $$;

      CREATE FUNCTION destroy_unused_mailboxes(now timestamptz, most integer)
        RETURNS TABLE (id uuid, organization_id uuid, case_id uuid, request_id uuid)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        #variable_conflict use_column
        DECLARE held uuid[];
        BEGIN
          held := ARRAY(SELECT m.id FROM mailbox m JOIN unused_mailboxes(now) u ON u.id = m.id
            WHERE u.idle >= 90 AND (NOT u.is_open OR u.warned_for >= 14)
            ORDER BY m.used_on, m.id LIMIT most FOR UPDATE OF m SKIP LOCKED);
          held := ARRAY(SELECT u.id FROM unused_mailboxes(now) u
            WHERE u.id = ANY(held) AND u.idle >= 90 AND (NOT u.is_open OR u.warned_for >= 14));
          DELETE FROM mailbox_word w WHERE w.mailbox_id = ANY(held);
          DELETE FROM mailbox_message l WHERE l.mailbox_id = ANY(held);
          -- What was answered has nobody left who could read on; what waits for an answer is kept for whoever owes it.
          DELETE FROM complaint_copy y USING complaint c
            WHERE c.id = y.complaint_id AND c.mailbox_id = ANY(held) AND c.state = 'ANSWERED';
          RETURN QUERY
            UPDATE mailbox m SET state = 'CLOSED', public_key = '', key_mark = '', version = m.version + 1,
              destroyed_on = (now AT TIME ZONE o.time_zone)::date
            FROM organization o WHERE m.id = ANY(held) AND o.id = m.organization_id
            RETURNING m.id, m.organization_id, m.case_id, m.request_id;
        END $$;
    `);
    for (const [name, takes] of FUNCTIONS) {
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${name}(${takes}) FROM PUBLIC`);
      if (name === 'unused_mailboxes') continue;
      await runner.query(`GRANT EXECUTE ON FUNCTION ${name}(${takes}) TO kinward_worker`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, takes] of FUNCTIONS) {
      await runner.query(`DROP FUNCTION ${name}(${takes})`);
    }
    await runner.query(`
      DROP INDEX mailbox_by_use;
      ALTER TABLE mailbox DROP CONSTRAINT mailbox_keeps_no_key, DROP CONSTRAINT mailbox_destroyed, DROP warned_on,
        DROP destroyed_on;
    `);
  }
}

const FUNCTIONS = [
  ['escalate_complaints', 'timestamptz, integer'],
  ['warn_of_unused_mailboxes', 'timestamptz, integer'],
  ['destroy_unused_mailboxes', 'timestamptz, integer'],
  ['unused_mailboxes', 'timestamptz'],
] as const;
