import { Inject, Injectable } from '@nestjs/common';
import { StaffSeal } from '@kinward/identity';
import type { IdGenerator } from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';

/** Caseworkers of invented families. They cannot sign in: rows for lists, without credentials. */
@Injectable()
export class VolumeStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seal: StaffSeal,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** @returns their ids */
  async add(actor: Actor, count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => this.ids.next());
    await this.unitOfWork.execute(
      `INSERT INTO person (id, organization_id, display_name_sealed, roles, standing)
       SELECT id, $1, name, ARRAY['CASEWORKER'], 'ACTIVE' FROM unnest($2::uuid[], $3::bytea[]) AS p (id, name)`,
      [
        actor.organizationId,
        ids,
        ids.map((id, index) =>
          this.seal.seal(id, 'display_name', `Demo-Volume Caseworker ${index + 1}`),
        ),
      ],
    );
    return ids;
  }
}
