import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { UnitOfWork } from '@kinward/platform';
import { donorTexts } from '../../domain/donor-texts.js';
import { DonorStore } from '../../infrastructure/donor.store.js';
import { renderReceipt } from '../../infrastructure/receipt-pdf.js';
import { DonorDoor } from './donor-door.js';

interface ReceiptRow {
  readonly year: number;
  readonly number: number;
  readonly issuedOn: string;
  readonly amountMinor: string;
}

const RECEIPT = `
  SELECT r.year, r.number, r.issued_on::text AS "issuedOn", g.amount_minor AS "amountMinor"
  FROM gift_receipt r JOIN gift g ON g.id = r.gift_id WHERE g.id = $1 AND g.donor_id = $2`;

/** The receipt of a gift as a PDF in the donor's language. It names no donor and nothing that the gift was for. */
@Injectable()
export class ReceiptFileQuery {
  constructor(
    private readonly door: DonorDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationSettingsQuery,
  ) {}

  /** NOT_FOUND for a wrong token, a gift of somebody else, and one that has not arrived. */
  async read(token: string, giftId: string): Promise<Result<Buffer, DomainError>> {
    const receipt = await this.door.withToken(token, async ({ donorId }) => {
      if (!isUuid(giftId)) return err(notFound());
      const [row] = await this.unitOfWork.query<ReceiptRow>(RECEIPT, [giftId, donorId]);
      if (row === undefined) return err(notFound());
      const { name } = await this.organizations.own();
      const locale = await new DonorStore(this.unitOfWork).locale(donorId);
      return ok({ ...row, organization: name, texts: donorTexts(locale).receipt, locale });
    });
    return receipt.ok ? ok(await renderReceipt(receipt.value)) : receipt;
  }
}
