import { Injectable } from '@nestjs/common';
import type {
  AttemptStory,
  CaseStory,
  ConsentWording,
  HouseholdStory,
  MemberStory,
  PrisonerStory,
  StatusStory,
} from '@kinward/cases';
import { err, integrity, ok, type DomainError, type Result } from '@kinward/kernel';
import { SecurityAlerts, UnitOfWork } from '@kinward/platform';
import { openJson, type CompartmentKeys } from '@kinward/vault';

/** The opened story of a case, without anybody's name. */
export interface CaseStoryView {
  readonly summary: string | null;
  readonly households: readonly {
    readonly id: string;
    readonly notes: string | null;
    readonly prisonerIds: readonly string[];
    readonly members: readonly ({ readonly id: string } & MemberStory)[];
  }[];
  readonly prisoners: readonly ({
    readonly id: string;
    readonly statuses: readonly ({ readonly id: string } & StatusStory)[];
  } & PrisonerStory)[];
  readonly consentWordings: readonly ({ readonly id: string } & ConsentWording)[];
  readonly attemptNotes: readonly ({ readonly id: string } & AttemptStory)[];
}

interface SealedRow {
  table: string;
  id: string;
  parent: string | null;
  revision: number;
  envelope: Buffer;
}

/** Opens the story of one case: one statement, then one decryption per row. */
@Injectable()
export class CaseStoryReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alerts: SecurityAlerts,
  ) {}

  /** INTEGRITY, with an alarm, when any row fails its checks: nothing is shown in part. */
  async read(caseId: string, keys: CompartmentKeys): Promise<Result<CaseStoryView, DomainError>> {
    const rows = await this.unitOfWork.query<SealedRow>(SEALED, [caseId]);
    const opened = new Map<string, OpenedRow[]>();
    for (const row of rows) {
      const { table, id: rowId, revision } = row;
      const cell = { table, column: 'sealed_t1', rowId, revision };
      const value = openJson<unknown>(keys, cell, row.envelope);
      if (!value.ok) {
        this.alerts.raise({
          kind: 'INTEGRITY',
          cause: 'SEALED_FIELD',
          subjectKind: table.toUpperCase(),
          subjectId: rowId,
        });
        return err(integrity());
      }
      const list = opened.get(table) ?? [];
      list.push({ id: rowId, parent: row.parent, value: value.value });
      opened.set(table, list);
    }
    const links = await this.unitOfWork.query<{ household_id: string; prisoner_id: string }>(
      'SELECT household_id, prisoner_id FROM household_prisoner WHERE case_id = $1',
      [caseId],
    );
    return ok(assemble(opened, links));
  }
}

interface OpenedRow {
  readonly id: string;
  readonly parent: string | null;
  readonly value: unknown;
}

function assemble(
  opened: ReadonlyMap<string, readonly OpenedRow[]>,
  links: readonly { household_id: string; prisoner_id: string }[],
): CaseStoryView {
  const all = <Story extends object>(
    table: string,
  ): ({ id: string; parent: string | null } & Story)[] =>
    (opened.get(table) ?? []).map((row) => ({
      ...(row.value as Story),
      id: row.id,
      parent: row.parent,
    }));
  const members = all<MemberStory>('household_member');
  const statuses = all<StatusStory>('prisoner_status');
  return {
    summary: all<CaseStory>('case_file')[0]?.summary ?? null,
    households: all<HouseholdStory>('household').map((household) => ({
      ...household,
      prisonerIds: links
        .filter((link) => link.household_id === household.id)
        .map((link) => link.prisoner_id),
      members: members.filter((member) => member.parent === household.id),
    })),
    prisoners: all<PrisonerStory>('prisoner').map((prisoner) => ({
      ...prisoner,
      statuses: statuses
        .filter((status) => status.parent === prisoner.id)
        .sort((one, other) => one.since.localeCompare(other.since)),
    })),
    consentWordings: all<ConsentWording>('consent'),
    attemptNotes: all<AttemptStory>('contact_attempt'),
  };
}

const SEALED = `
  SELECT 'case_file' AS table, id, NULL::uuid AS parent, 1 AS revision, sealed_t1 AS envelope
    FROM case_file WHERE id = $1 AND sealed_t1 IS NOT NULL
  UNION ALL SELECT 'household', id, NULL, version, sealed_t1 FROM household WHERE case_id = $1
  UNION ALL SELECT 'household_member', id, household_id, version, sealed_t1
    FROM household_member WHERE case_id = $1
  UNION ALL SELECT 'prisoner', id, NULL, version, sealed_t1 FROM prisoner WHERE case_id = $1
  UNION ALL SELECT 'prisoner_status', id, prisoner_id, 1, sealed_t1
    FROM prisoner_status WHERE case_id = $1
  UNION ALL SELECT 'consent', id, NULL, 1, sealed_t1 FROM consent WHERE case_id = $1
  UNION ALL SELECT 'contact_attempt', id, NULL, 1, sealed_t1 FROM contact_attempt WHERE case_id = $1`;
