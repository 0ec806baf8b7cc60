import { Injectable } from '@nestjs/common';
import { err, integrity, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { openJson, type CompartmentKeys } from '@kinward/vault';
import type {
  CaseStory,
  ChannelLocator,
  ConsentWording,
  HouseholdStory,
  MemberIdentity,
  MemberStory,
  PrisonerIdentity,
  PrisonerStory,
  StatusStory,
} from '../../domain/sealed-contents.js';
import type { TransferParcel } from '../../domain/transfer-parcel.js';
import {
  SealedFamilyRepository,
  type SealedCell,
} from '../../infrastructure/sealed-family.repository.js';
import type { OpenCase } from '../case-access.js';

/** The purpose under which a family agrees to be handed over to an organisation that it names. */
export const TRANSFER_CONSENT = 'TRANSFER_CASE';

/** Reads a family with the keys of somebody who holds both, for one who is to work with it from now on. */
@Injectable()
export class FamilyPacking {
  constructor(private readonly family: SealedFamilyRepository) {}

  /** REFUSED `TRANSFER_CONSENT_REQUIRED` where the family has not named this organisation; INTEGRITY. */
  async checkConsent(
    { row, story, settings }: OpenCase,
    organizationId: string,
  ): Promise<Result<void, DomainError>> {
    const cells = await this.family.consentsOf(row.id, TRANSFER_CONSENT, settings.today);
    for (const cell of cells) {
      const wording = openCell<ConsentWording>(story, cell);
      if (!wording.ok) return wording;
      if (wording.value.partnerId === organizationId) return ok();
    }
    return err(refused('TRANSFER_CONSENT_REQUIRED'));
  }

  /** REFUSED `STORY_ONLY` for somebody without the key of identities; INTEGRITY when a cell fails its checks. */
  async pack({ row, story, identity }: OpenCase): Promise<Result<TransferParcel, DomainError>> {
    if (identity === null) return err(refused('STORY_ONLY'));
    const opened = new Map<string, Opened[]>();
    for (const cell of await this.family.cellsOf(row.id)) {
      const value = openCell<unknown>(cell.column === 'sealed_t0' ? identity : story, cell);
      if (!value.ok) return err(integrity());
      const key = `${cell.table}/${cell.column}`;
      opened.set(key, [...(opened.get(key) ?? []), { ...cell, value: value.value }]);
    }
    return ok(parcelOf(row, (key) => opened.get(key) ?? []));
  }
}

interface Opened {
  readonly id: string;
  readonly parent: string | null;
  readonly value: unknown;
}

function openCell<Value>(keys: CompartmentKeys, { id, ...cell }: SealedCell) {
  const { table, column, revision } = cell;
  return openJson<Value>(keys, { table, column, rowId: id, revision }, cell.envelope);
}

function parcelOf(
  row: { readonly codename: string; readonly region: string },
  all: (key: string) => readonly Opened[],
): TransferParcel {
  const story = <Story>(table: string, id: string): Story =>
    all(`${table}/sealed_t1`).find((cell) => cell.id === id)?.value as Story;
  const latest = (prisonerId: string): StatusStory | null =>
    all('prisoner_status/sealed_t1')
      .filter(({ parent }) => parent === prisonerId)
      .map(({ value }) => value as StatusStory)
      .toSorted((one, other) => other.since.localeCompare(one.since))[0] ?? null;
  const notes = all('household/sealed_t1').flatMap(
    ({ value }) => (value as HouseholdStory).notes ?? [],
  );
  return {
    codename: row.codename,
    region: row.region,
    summary: (all('case_file/sealed_t1')[0]?.value as CaseStory | undefined)?.summary ?? null,
    householdNotes: notes.length === 0 ? null : notes.join('\n'),
    members: all('household_member/sealed_t0').map(({ id, value }) => ({
      identity: value as MemberIdentity,
      story: story<MemberStory>('household_member', id),
    })),
    prisoners: all('prisoner/sealed_t0').map(({ id, value }) => ({
      identity: value as PrisonerIdentity,
      story: story<PrisonerStory>('prisoner', id),
      status: latest(id),
    })),
    channels: all('contact_channel/sealed_t0').map(({ value }) => value as ChannelLocator),
  };
}
