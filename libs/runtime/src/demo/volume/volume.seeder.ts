import { Inject, Injectable } from '@nestjs/common';
import { isJurisdictionCode, jurisdictionPack } from '@kinward/jurisdictions';
import { ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { AuditTrail, ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import { CompartmentBatch } from '@kinward/vault';
import { DemoScene } from '../demo-scene.js';
import { insertRows, type ColumnTypes } from './insert-rows.js';
import { drawCase, volumeCodename } from './volume-case.js';
import { addFamily } from './volume-family.rows.js';
import { addNeeds } from './volume-need.rows.js';
import { VolumeStaff } from './volume-staff.js';
import { emptyRows, VOLUME_TABLES, type VolumeRows, type VolumeTable } from './volume-tables.js';

/** Families in one transaction. */
export const VOLUME_BATCH = 200;
/** Families of one caseworker (decision 3). */
const CASES_EACH = 25;

/**
 * Invented families in any number, for load tests: real keys, real envelopes, real policies. Their keys lie with the
 * organisation's recovery only, because nobody may hold so many. Which family has which number never changes, so that
 * an interrupted seeding goes on where it stopped.
 */
@Injectable()
export class VolumeSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: CompartmentBatch,
    private readonly staff: VolumeStaff,
    private readonly audit: AuditTrail,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * The families `from` to `to`, without those that are there, or whose codename another family drew by chance.
   * @returns how many were added
   */
  async seedBatch(actor: Actor, from: number, to: number): Promise<number> {
    const numbers = Array.from({ length: to - from }, (_, index) => from + index);
    return this.scene.act(actor, async () => {
      const missing = await this.missing(numbers);
      return missing.length === 0 ? ok(0) : this.write(actor, missing);
    });
  }

  private async missing(numbers: readonly number[]): Promise<number[]> {
    const rows = await this.unitOfWork.query<{ codename: string }>(
      'SELECT codename FROM codename_register WHERE codename = ANY($1)',
      [numbers.map(volumeCodename)],
    );
    const taken = new Set(rows.map(({ codename }) => codename));
    return numbers.filter((number) => !taken.has(volumeCodename(number)));
  }

  private async write(
    actor: Actor,
    numbers: readonly number[],
  ): Promise<Result<number, DomainError>> {
    const { jurisdiction } = await this.scene.get(OrganizationSettingsQuery).own();
    if (!isJurisdictionCode(jurisdiction)) throw new Error('the organisation has no pack');
    const pack = jurisdictionPack(jurisdiction);
    const caseIds = numbers.map(() => this.ids.next());
    const opened = await this.keys.create(actor, caseIds);
    if (!opened.ok) return opened;
    const staff = await this.staff.add(actor, Math.ceil(numbers.length / CASES_EACH) + 2);
    const rows = emptyRows();
    for (const [index, number] of numbers.entries()) {
      const caseId = caseIds[index] ?? '';
      const identity = opened.value.of(caseId, 'T0');
      const story = opened.value.of(caseId, 'T1');
      if (identity === null || story === null) throw new Error('a key was not made');
      const place = {
        organizationId: actor.organizationId,
        caseId,
        identity,
        story,
        staff: trioOf(staff, Math.floor(index / CASES_EACH)),
        rhythmDays: pack.contactRhythmDays,
        newId: () => this.ids.next(),
        day: (fromToday: number) => this.scene.day(fromToday),
      };
      const family = drawCase(number, pack);
      addFamily(rows, place, family);
      addNeeds(rows, place, family, this.scene.now());
    }
    opened.value.wipe();
    await this.store(rows);
    this.audit.record({
      action: 'VOLUME_SEEDED',
      subjectKind: 'ORGANIZATION',
      subjectId: actor.organizationId,
      reason: String(numbers.length),
    });
    return ok(numbers.length);
  }

  private async store(rows: VolumeRows): Promise<void> {
    for (const table of Object.keys(VOLUME_TABLES) as VolumeTable[]) {
      const types: ColumnTypes<Record<string, unknown>> = VOLUME_TABLES[table];
      await insertRows(this.unitOfWork, table, types, rows[table]);
    }
  }
}

function trioOf(staff: readonly string[], first: number): readonly [string, string, string] {
  const [one, two, three] = staff.slice(first, first + 3);
  if (one === undefined || two === undefined || three === undefined) {
    throw new Error('too few people for so many families');
  }
  return [one, two, three];
}
