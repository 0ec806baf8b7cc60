import { Injectable } from '@nestjs/common';
import {
  err,
  isUuid,
  notFound,
  ok,
  refused,
  staleVersion,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { JurisdictionPack } from '@kinward/jurisdictions';
import { OrganizationSettingsQuery, type OrganizationSettings } from '@kinward/organizations';
import type { Actor } from '@kinward/platform';
import { KeyOpener, KeyRotation, type CompartmentKeys } from '@kinward/vault';
import type { CaseFileRow } from '../infrastructure/case-file.entity.js';
import { CaseFileRepository } from '../infrastructure/case-file.repository.js';

/** A case that the present unit has locked, with the settings its rules need. */
export interface LockedCase {
  readonly row: CaseFileRow;
  readonly settings: OrganizationSettings;
  readonly pack: JurisdictionPack;
}

/** A case as its holder reads it. */
export interface ReadableCase {
  readonly row: CaseFileRow;
  readonly story: CompartmentKeys;
  /** Null for somebody who holds the story only. */
  readonly identity: CompartmentKeys | null;
}

/** A locked case whose story the actor may read and write. */
export interface OpenCase extends LockedCase, ReadableCase {}

/** The one door to a case for whoever changes it: lock → read → keys, in this order. */
@Injectable()
export class CaseAccess {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly settings: OrganizationSettingsQuery,
    private readonly opener: KeyOpener,
    private readonly rotation: KeyRotation,
  ) {}

  /**
   * Locks a case for an act that needs no key. NOT_FOUND for an unknown, foreign or malformed id; STALE_VERSION when
   * `version` is given and is no longer the present one; REFUSED with `NOT_SCREENED_YET` for an imported request that
   * nobody has taken on: it has no keys that anything could be written under.
   */
  async lock(caseId: string, version: number | null): Promise<Result<LockedCase, DomainError>> {
    const row = isUuid(caseId) ? await this.cases.lock(caseId) : null;
    if (row === null) return err(notFound());
    return this.admit(row, version);
  }

  /**
   * Locks a case for an act that needs no key but concerns only those who work on it: coordinators and security
   * officers of the organisation, and caseworkers who are on the case. For everybody else it is NOT_FOUND.
   */
  async lockFor(
    actor: Actor,
    caseId: string,
    version: number | null,
  ): Promise<Result<LockedCase, DomainError>> {
    const row = isUuid(caseId) ? await this.cases.lock(caseId) : null;
    if (row === null || !(await this.isConcerned(actor, row))) return err(notFound());
    return this.admit(row, version);
  }

  /**
   * Locks a case and opens it with the actor's own grants. NOT_FOUND also when the actor holds no grant to the
   * story; INTEGRITY when a grant fails its checks. Keys that are due are renewed here, before anything is written.
   */
  async open(
    actor: Actor,
    caseId: string,
    version: number | null,
  ): Promise<Result<OpenCase, DomainError>> {
    const locked = await this.lock(caseId, null);
    if (!locked.ok) return locked;
    const opened = await this.opener.open(actor, [caseId]);
    if (!opened.ok) return opened;
    if (opened.value.of(caseId, 'T1') === null) return err(notFound());
    const { row } = locked.value;
    if (version !== null && version !== row.version) return err(staleVersion(row.version));
    const renewed = await this.rotation.renewIfDue(actor, opened.value, caseId);
    if (!renewed.ok) return renewed;
    const story = opened.value.of(caseId, 'T1');
    if (story === null) return err(notFound());
    return ok({ ...locked.value, story, identity: opened.value.of(caseId, 'T0') });
  }

  private async admit(
    row: CaseFileRow,
    version: number | null,
  ): Promise<Result<LockedCase, DomainError>> {
    if (version !== null && version !== row.version) return err(staleVersion(row.version));
    if (row.sealedT1 === null && row.state === 'INTAKE') return err(refused('NOT_SCREENED_YET'));
    const settings = await this.settings.own();
    return ok({ row, settings, pack: packOf(settings) });
  }

  private async isConcerned(actor: Actor, row: CaseFileRow): Promise<boolean> {
    if (actor.roles.has('COORDINATOR') || actor.roles.has('SECURITY_OFFICER')) return true;
    if (row.assigneeId === actor.personId || row.deputyId === actor.personId) return true;
    return this.cases.isHeldBy(row.id, actor.personId);
  }

  /**
   * Opens a case with the actor's own grants, to read and not to write: nothing is locked or renewed. NOT_FOUND also
   * without a grant to the story; INTEGRITY when a grant fails its checks.
   */
  async read(actor: Actor, caseId: string): Promise<Result<ReadableCase, DomainError>> {
    const row = isUuid(caseId) ? await this.cases.find(caseId) : null;
    if (row === null) return err(notFound());
    const opened = await this.opener.open(actor, [caseId]);
    if (!opened.ok) return opened;
    const story = opened.value.of(caseId, 'T1');
    if (story === null) return err(notFound());
    return ok({ row, story, identity: opened.value.of(caseId, 'T0') });
  }

  /** Settings and pack of the actor's organisation, for an act that makes a case. */
  async ground(): Promise<Pick<LockedCase, 'settings' | 'pack'>> {
    const settings = await this.settings.own();
    return { settings, pack: packOf(settings) };
  }
}

function packOf({ pack }: OrganizationSettings): JurisdictionPack {
  if (pack === null) {
    throw new Error('the organisation names a jurisdiction pack that does not exist');
  }
  return pack;
}
