import { Injectable } from '@nestjs/common';
import type { JurisdictionPack } from '@kinward/jurisdictions';
import { err, integrity, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { KeyOpener, openJson, type CompartmentKeys } from '@kinward/vault';
import type { StatusStory } from '../../domain/sealed-contents.js';
import type { CaseFileRow } from '../../infrastructure/case-file.entity.js';

interface SealedStatus {
  id: string;
  prisoner_id: string;
  sealed_t1: Buffer;
}

/** Looks for a recorded release or relocation, which stands sealed in the prisoners' histories. */
@Injectable()
export class ReleaseEvidence {
  constructor(
    private readonly opener: KeyOpener,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** NOT_FOUND for somebody without a grant to the story; INTEGRITY when something fails its checks. */
  async isRecorded(
    actor: Actor,
    row: CaseFileRow,
    pack: JurisdictionPack,
  ): Promise<Result<boolean, DomainError>> {
    const opened = await this.opener.open(actor, [row.id]);
    if (!opened.ok) return opened;
    const story = opened.value.of(row.id, 'T1');
    if (story === null) return err(notFound());
    const isAbroad = pack.regionClasses.some(
      (region) => region.code === row.region && !region.inCountry,
    );
    if (isAbroad) return ok(true);
    const latest = await this.latestStatuses(row.id, story);
    if (latest === null) return err(integrity());
    const atLiberty = pack.custodyStatuses.filter((status) =>
      ['FREE', 'RESTRICTED', 'DEAD'].includes(status.liberty),
    );
    const codes = atLiberty.map((status) => status.code);
    return ok(latest.some((status) => codes.includes(status.code)));
  }

  private async latestStatuses(
    caseId: string,
    story: CompartmentKeys,
  ): Promise<readonly StatusStory[] | null> {
    const rows = await this.unitOfWork.query<SealedStatus>(
      'SELECT id, prisoner_id, sealed_t1 FROM prisoner_status WHERE case_id = $1',
      [caseId],
    );
    const latest = new Map<string, StatusStory>();
    for (const row of rows) {
      const cell = { table: 'prisoner_status', column: 'sealed_t1', rowId: row.id, revision: 1 };
      const status = openJson<StatusStory>(story, cell, row.sealed_t1);
      if (!status.ok) return null;
      const known = latest.get(row.prisoner_id);
      if (known === undefined || known.since < status.value.since) {
        latest.set(row.prisoner_id, status.value);
      }
    }
    return [...latest.values()];
  }
}
