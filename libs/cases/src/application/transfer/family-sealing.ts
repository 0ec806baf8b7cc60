import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { ParcelSealing, type Parcel, type ParcelEnd } from '@kinward/vault';
import { PARCEL_DAYS } from '../../domain/case-transfer.js';
import type { CaseTransferRow } from '../../infrastructure/case-transfer.repository.js';
import type { OpenCase } from '../case-access.js';
import { FamilyPacking } from './family-packing.js';

/** Makes the parcel of one family for one person. */
@Injectable()
export class FamilySealing {
  constructor(
    private readonly packing: FamilyPacking,
    private readonly parcels: ParcelSealing,
  ) {}

  async seal(
    actor: Actor,
    row: CaseTransferRow,
    opened: OpenCase,
  ): Promise<Result<{ readonly from: ParcelEnd; readonly parcel: Parcel }, DomainError>> {
    const packed = await this.packing.pack(opened);
    if (!packed.ok) return packed;
    const from = await this.parcels.ownEnd(actor);
    if (!from.ok) return from;
    const sealed = await this.parcels.seal(actor, {
      parcelId: row.id,
      from: from.value,
      to: {
        personId: row.receiverId ?? '',
        organizationId: row.receiverOrganizationId,
        certificate: row.receiverCertificate ?? Buffer.alloc(0),
      },
      days: PARCEL_DAYS,
      value: packed.value,
    });
    return sealed.ok ? ok({ from: from.value, parcel: sealed.value }) : sealed;
  }
}
