import { randomUUID } from 'node:crypto';
import type { WorkerBench } from './worker-bench.js';

const DAY_MS = 86_400_000;

export interface MailboxSeed {
  /** Days since the family last came. */
  readonly idle: number;
  /** Of its case. */
  readonly caseState?: string;
  readonly assigneeId?: string | null;
  /** Days since the last line, and whose it is. */
  readonly line?: { readonly daysAgo: number; readonly isUnread: boolean };
  readonly isHeld?: boolean;
  /** Days since the desk was warned. */
  readonly warned?: number;
}

/** Mailboxes of the first organisation as their rows are, past every rule. */
export class MailboxRows {
  constructor(private readonly bench: WorkerBench) {}

  day(daysAgo: number): string {
    const at = new Date(this.bench.clock.now().getTime() - daysAgo * DAY_MS);
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Vilnius' }).format(at);
  }

  async add(count: number, seed: MailboxSeed): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    const organizationId = this.bench.organizations.get('lantern');
    const { asOperator } = this.bench.database;
    const place = [ids, organizationId, this.day(seed.idle)];
    await asOperator(
      `INSERT INTO case_file (id, organization_id, codename, state, state_since, region, opened_day, contact_rhythm_days,
         assignee_id, sealed_t1)
       SELECT id, $2, gen_random_uuid(), $4, $3, 'IN_MINSK', $3, 45, $5, '\\x00' FROM unnest($1::uuid[]) AS m (id)`,
      [...place, seed.caseState ?? 'CLOSED', seed.assigneeId ?? null],
    );
    await asOperator(
      `INSERT INTO mailbox (id, organization_id, case_id, language, state, public_key, key_mark, opened_on, used_on, held_on,
         warned_on)
       SELECT id, $2, id, 'be', 'OPEN', '\\x01', '\\x02', $3, $3, $4, $5 FROM unnest($1::uuid[]) AS m (id)`,
      [
        ...place,
        seed.isHeld === true ? this.day(seed.idle) : null,
        seed.warned === undefined ? null : this.day(seed.warned),
      ],
    );
    await asOperator(
      `INSERT INTO mailbox_word (locator_hash, organization_id, mailbox_id, kind)
       SELECT uuid_send(gen_random_uuid()), $2, id, 'OPEN' FROM unnest($1::uuid[]) AS m (id)`,
      [ids, organizationId],
    );
    if (seed.line !== undefined) await this.write(ids, seed.line);
    return ids;
  }

  async write(
    ids: readonly string[],
    { daysAgo, isUnread }: NonNullable<MailboxSeed['line']>,
  ): Promise<void> {
    await this.bench.database.asOperator(
      `INSERT INTO mailbox_message (id, organization_id, mailbox_id, place, direction, kind, written_on, is_read,
         sealed_family)
       SELECT gen_random_uuid(), $2, id, 1, $4, 'MESSAGE', $3, NOT $5::boolean, '\\x01' FROM unnest($1::uuid[]) AS m (id)`,
      [
        ids,
        this.bench.organizations.get('lantern'),
        this.day(daysAgo),
        isUnread ? 'FROM_FAMILY' : 'TO_FAMILY',
        isUnread,
      ],
    );
  }

  /** A complaint for each mailbox, with a copy for each reader. */
  async complain(
    mailboxIds: readonly string[],
    seed: {
      readonly dueDaysAgo: number;
      readonly readers: readonly string[];
      readonly state?: string;
    },
  ): Promise<string[]> {
    const ids = mailboxIds.map(() => randomUUID());
    const organizationId = this.bench.organizations.get('lantern');
    const state = seed.state ?? 'OPEN';
    await this.bench.database.asOperator(
      `INSERT INTO complaint (id, organization_id, mailbox_id, kind, state, made_on, due_on, answered_on)
       SELECT id, $3, mailbox_id, 'HELPER', $4, $5, $5, CASE WHEN $4 = 'ANSWERED' THEN $5::date END
       FROM unnest($1::uuid[], $2::uuid[]) AS c (id, mailbox_id)`,
      [ids, mailboxIds, organizationId, state, this.day(seed.dueDaysAgo)],
    );
    await this.bench.database.asOperator(
      `INSERT INTO complaint_copy (complaint_id, person_id, organization_id, sealed)
       SELECT c.id, p.id, $3, '\\x01' FROM unnest($1::uuid[]) AS c (id), unnest($2::uuid[]) AS p (id)`,
      [ids, seed.readers, organizationId],
    );
    return ids;
  }

  /** Everybody of the first organisation with a role. */
  async inRole(role: string): Promise<string[]> {
    const rows = await this.bench.database.asOperator<{ id: string }>(
      'SELECT id FROM person WHERE organization_id = $1 AND $2 = ANY(roles) ORDER BY id',
      [this.bench.organizations.get('lantern'), role],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of people with a ping under way, with how urgent. */
  async pinged(): Promise<string[]> {
    const rows = await this.bench.database.asOperator<{ person_id: string }>(
      'SELECT person_id FROM ping ORDER BY person_id',
    );
    return rows.map((row) => row.person_id);
  }
}
