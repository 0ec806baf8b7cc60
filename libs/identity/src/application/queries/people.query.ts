import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@kinward/kernel';
import { toPage } from '@kinward/kernel';
import { UnitOfWork, type Role } from '@kinward/platform';
import type { Standing } from '../../domain/standing.js';
import { StaffSeal } from '../../infrastructure/staff-seal.js';

/** A colleague as others of the same organisation see one. */
export interface PersonView {
  readonly id: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly screener: boolean;
  readonly standing: Standing;
}

interface PersonViewRow {
  id: string;
  display_name_sealed: Buffer;
  roles: Role[];
  screener: boolean;
  standing: Standing;
}

const COLUMNS = 'id, display_name_sealed, roles, screener, standing';

/** Reads people of the actor's own organisation. */
@Injectable()
export class PeopleQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staffSeal: StaffSeal,
  ) {}

  /** The people with these ids, by id; unknown and foreign ids are simply absent. */
  async byIds(ids: readonly string[]): Promise<Map<string, PersonView>> {
    const rows = await this.unitOfWork.query<PersonViewRow>(
      `SELECT ${COLUMNS} FROM person WHERE id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, this.toView(row)]));
  }

  /** One page of colleagues, optionally of one role. */
  async list(
    page: PageRequest,
    afterId: string | null,
    role: Role | null,
  ): Promise<Page<PersonView>> {
    const rows = await this.unitOfWork.query<PersonViewRow>(
      `SELECT ${COLUMNS} FROM person
       WHERE organization_id = $1 AND ($2::uuid IS NULL OR id > $2) AND ($3::text IS NULL OR $3 = ANY(roles))
       ORDER BY id LIMIT $4`,
      [this.unitOfWork.scope().organizationId, afterId, role, page.first + 1],
    );
    return toPage(
      rows.map((row) => this.toView(row)),
      page.first,
      (person) => [person.id],
    );
  }

  private toView(row: PersonViewRow): PersonView {
    return {
      id: row.id,
      displayName: this.staffSeal.open(row.id, 'display_name', row.display_name_sealed),
      roles: row.roles,
      screener: row.screener,
      standing: row.standing,
    };
  }
}
