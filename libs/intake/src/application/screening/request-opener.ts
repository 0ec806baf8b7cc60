import { Injectable } from '@nestjs/common';
import { err, integrity, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { SecurityAlerts, type Actor } from '@kinward/platform';
import {
  KeyOpener,
  openJson,
  openWriteOnlyJson,
  sealJson,
  type CompartmentKeys,
} from '@kinward/vault';
import type { RequestContents } from '../../domain/screening/answers.js';
import type { RequestIdentity, RequestStory } from '../../domain/request-contents.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';

/** Both keys of an inbox or of a case. */
export interface BothKeys {
  readonly identity: CompartmentKeys;
  readonly story: CompartmentKeys;
}

/** Rows of the case that a request became, so that a later version of it finds them. */
export interface CaseRows {
  readonly memberIds: readonly string[];
  readonly prisonerIds: readonly string[];
  readonly channelId: string | null;
}

/** A request as its case keeps it. */
export interface KeptContents extends RequestContents {
  /** Null for a copy of another request. */
  readonly rows: CaseRows | null;
}

type Version = 'sealed' | 'proposed';
type KeptStory = RequestStory & { readonly rows: CaseRows | null };

const TABLE = 'intake_request';

/** Opens what requests say, with the actor's own grants and nothing else. */
@Injectable()
export class RequestOpener {
  constructor(
    private readonly opener: KeyOpener,
    private readonly alerts: SecurityAlerts,
  ) {}

  /** The inbox of the actor's organisation. REFUSED `NO_INTAKE_KEY` without a grant to both levels; INTEGRITY. */
  async inboxKeys(actor: Actor): Promise<Result<BothKeys, DomainError>> {
    const keys = await this.keysOf(actor, actor.organizationId);
    if (!keys.ok) return keys;
    return keys.value === null ? err(refused('NO_INTAKE_KEY')) : ok(keys.value);
  }

  /** Both keys of one subject; null without a grant to one of them. INTEGRITY. */
  async keysOf(actor: Actor, subjectId: string): Promise<Result<BothKeys | null, DomainError>> {
    const opened = await this.opener.open(actor, [subjectId]);
    if (!opened.ok) return opened;
    const identity = opened.value.of(subjectId, 'T0');
    const story = opened.value.of(subjectId, 'T1');
    return ok(identity === null || story === null ? null : { identity, story });
  }

  /** What waits in the inbox, or the later version beside it; null where it was destroyed. INTEGRITY, with an alarm. */
  contents(
    keys: BothKeys,
    row: IntakeRequestRow,
    version: Version = 'sealed',
  ): Result<RequestContents | null, DomainError> {
    const [t0, t1, revision] =
      version === 'sealed'
        ? [row.sealedT0, row.sealedT1, row.sealedRevision]
        : [row.proposedT0, row.proposedT1, row.proposedRevision];
    if (t0 === null || t1 === null) return ok(null);
    const cell = { table: TABLE, rowId: row.id, revision };
    const identity = openWriteOnlyJson<RequestIdentity>(
      keys.identity,
      { ...cell, column: `${version}_t0` },
      t0,
    );
    const story = openWriteOnlyJson<RequestStory>(
      keys.story,
      { ...cell, column: `${version}_t1` },
      t1,
    );
    if (!identity.ok || !story.ok) return this.alarm(row);
    return ok({ identity: identity.value, story: story.value });
  }

  /** What the case keeps of it; null where it keeps nothing. INTEGRITY, with an alarm. */
  kept(keys: BothKeys, row: IntakeRequestRow): Result<KeptContents | null, DomainError> {
    if (row.keptT0 === null || row.keptT1 === null) return ok(null);
    const cell = { table: TABLE, rowId: row.id, revision: row.keptRevision };
    const identity = openJson<RequestIdentity>(
      keys.identity,
      { ...cell, column: 'kept_t0' },
      row.keptT0,
    );
    const story = openJson<KeptStory>(keys.story, { ...cell, column: 'kept_t1' }, row.keptT1);
    if (!identity.ok || !story.ok) return this.alarm(row);
    const { rows, ...said } = story.value;
    return ok({ identity: identity.value, story: said, rows });
  }

  /** Seals a request to its case. @param revision of this writing */
  keep(
    keys: BothKeys,
    requestId: string,
    { identity, story, rows }: KeptContents,
    revision: number,
  ): Pick<IntakeRequestRow, 'keptT0' | 'keptT1' | 'keptRevision'> {
    const cell = { table: TABLE, rowId: requestId, revision };
    return {
      keptT0: sealJson(keys.identity, { ...cell, column: 'kept_t0' }, identity),
      keptT1: sealJson(keys.story, { ...cell, column: 'kept_t1' }, { ...story, rows }),
      keptRevision: revision,
    };
  }

  private alarm(row: IntakeRequestRow): Result<never, DomainError> {
    this.alerts.raise({
      kind: 'INTEGRITY',
      cause: 'SEALED_FIELD',
      subjectKind: 'INTAKE_REQUEST',
      subjectId: row.id,
    });
    return err(integrity());
  }
}
