import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { SecurityAlerts } from '@kinward/platform';
import { openJson, sealJson, type CompartmentKeys } from '@kinward/vault';
import type { NeedStory } from '../domain/sealed-contents.js';
import type { NeedRow } from '../infrastructure/need.entity.js';

type Sealed = Pick<NeedRow, 'sealedT1' | 'sealedRevision'>;

/** Seals and opens what a need says in words. The place of an envelope holds its revision. */
@Injectable()
export class NeedEnvelope {
  constructor(private readonly alerts: SecurityAlerts) {}

  seal(keys: CompartmentKeys, needId: string, revision: number, story: NeedStory): Sealed {
    const cell = { table: 'need', column: 'sealed_t1', rowId: needId, revision };
    return { sealedT1: sealJson(keys, cell, story), sealedRevision: revision };
  }

  /** Null for a need of a template, which nobody has written about. INTEGRITY, with an alarm, for a broken envelope. */
  open(
    keys: CompartmentKeys,
    row: Sealed & Pick<NeedRow, 'id'>,
  ): Result<NeedStory | null, DomainError> {
    if (row.sealedT1 === null) return ok(null);
    const revision = row.sealedRevision;
    const cell = { table: 'need', column: 'sealed_t1', rowId: row.id, revision };
    const story = openJson<NeedStory>(keys, cell, row.sealedT1);
    if (!story.ok) {
      const place = { subjectKind: 'NEED', subjectId: row.id };
      this.alerts.raise({ kind: 'INTEGRITY', cause: 'SEALED_FIELD', ...place });
    }
    return story;
  }
}
