import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  toId,
  type DomainError,
  type OrganizationId,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { DonorSeal } from '../../infrastructure/donor-seal.js';

const NO_SCOPE = { organizationId: null, personId: null };

/** A donor who has shown the private link's token. */
export interface KnownDonor {
  readonly donorId: string;
  readonly organizationId: OrganizationId;
}

/**
 * How somebody without an account comes in: one exact question finds the organisation, and everything else runs in
 * its scope, in a unit of work of its own. A wrong token looks like one that was forgotten.
 */
@Injectable()
export class DonorDoor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seal: DonorSeal,
  ) {}

  /** Runs work for the donor of a token; NOT_FOUND where there is none. */
  async withToken<T>(
    token: string,
    work: (donor: KnownDonor) => Promise<Result<T, DomainError>>,
  ): Promise<Result<T, DomainError>> {
    const donor = await this.unitOfWork.read(NO_SCOPE, () => this.findDonor(token));
    if (donor === null) return err(notFound());
    return this.inScope(donor.organizationId, () => work(donor));
  }

  /** Runs work in the scope of the organisation of this code; NOT_FOUND where there is none. */
  async withOrganization<T>(
    code: string,
    work: (organizationId: OrganizationId) => Promise<Result<T, DomainError>>,
  ): Promise<Result<T, DomainError>> {
    const id = await this.unitOfWork.read(NO_SCOPE, () => this.findOrganization(code));
    return id === null ? err(notFound()) : this.inScope(id, () => work(id));
  }

  /** A unit of work of its own, committed when it returns. */
  inScope<T>(
    organizationId: OrganizationId,
    work: () => Promise<Result<T, DomainError>>,
  ): Promise<Result<T, DomainError>> {
    return this.unitOfWork.run({ organizationId, personId: null }, work);
  }

  private async findDonor(token: string): Promise<KnownDonor | null> {
    const [row] = await this.unitOfWork.query<{ donor_id: string; organization_id: string }>(
      'SELECT donor_id, organization_id FROM find_donor($1)',
      [this.seal.linkKey(token)],
    );
    if (row === undefined) return null;
    return { donorId: row.donor_id, organizationId: toId(row.organization_id) };
  }

  private async findOrganization(code: string): Promise<OrganizationId | null> {
    const [row] = await this.unitOfWork.query<{ id: string | null }>(
      'SELECT find_organization($1) AS id',
      [code],
    );
    return row?.id == null ? null : toId(row.id);
  }
}
