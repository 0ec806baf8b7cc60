import { Injectable } from '@nestjs/common';
import type {
  CaseIdentity,
  ChannelLocator,
  MemberIdentity,
  PrisonerIdentity,
} from '@kinward/cases';
import { err, integrity, ok, type DomainError, type Result } from '@kinward/kernel';
import { SecurityAlerts, UnitOfWork } from '@kinward/platform';
import { openJson, type CompartmentKeys } from '@kinward/vault';

/** Who and where the family is. */
export interface RevealedIdentity {
  readonly members: readonly ({ readonly id: string } & MemberIdentity)[];
  readonly prisoners: readonly ({ readonly id: string } & PrisonerIdentity)[];
  readonly channels: readonly ({ readonly id: string } & ChannelLocator)[];
  readonly formerCodenames: readonly string[];
  /** How many sealed rows were opened. */
  readonly rowCount: number;
}

interface SealedRow {
  table: string;
  id: string;
  revision: number;
  envelope: Buffer;
}

/** Opens the identities of one case; one statement, one decryption per row. */
@Injectable()
export class IdentityReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alerts: SecurityAlerts,
  ) {}

  /** INTEGRITY, with an alarm, when any row fails its checks: nothing is shown in part. */
  async read(
    caseId: string,
    keys: CompartmentKeys,
  ): Promise<Result<RevealedIdentity, DomainError>> {
    const rows = await this.unitOfWork.query<SealedRow>(SEALED, [caseId]);
    const opened = new Map<string, { id: string }[]>();
    for (const row of rows) {
      const { table, id: rowId, revision } = row;
      const cell = { table, column: 'sealed_t0', rowId, revision };
      const value = openJson<object>(keys, cell, row.envelope);
      if (!value.ok) {
        const subjectKind = table.toUpperCase();
        const cause = 'SEALED_FIELD';
        this.alerts.raise({ kind: 'INTEGRITY', cause, subjectKind, subjectId: rowId });
        return err(integrity());
      }
      opened.set(table, [...(opened.get(table) ?? []), { ...value.value, id: rowId }]);
    }
    const all = <Content>(table: string): ({ id: string } & Content)[] =>
      (opened.get(table) ?? []) as ({ id: string } & Content)[];
    return ok({
      members: all<MemberIdentity>('household_member'),
      prisoners: all<PrisonerIdentity>('prisoner'),
      channels: all<ChannelLocator>('contact_channel'),
      formerCodenames: all<CaseIdentity>('case_file')[0]?.formerCodenames ?? [],
      rowCount: rows.length,
    });
  }
}

const SEALED = `
  SELECT 'household_member' AS table, id, version AS revision, sealed_t0 AS envelope
    FROM household_member WHERE case_id = $1
  UNION ALL SELECT 'prisoner', id, version, sealed_t0 FROM prisoner WHERE case_id = $1
  UNION ALL SELECT 'contact_channel', id, 1, sealed_t0 FROM contact_channel WHERE case_id = $1
  UNION ALL SELECT 'case_file', id, 1, sealed_t0 FROM case_file WHERE id = $1 AND sealed_t0 IS NOT NULL`;
