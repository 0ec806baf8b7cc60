import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { UnitOfWork } from '@kinward/platform';
import { donorTexts } from '../../domain/donor-texts.js';
import { DonorStore } from '../../infrastructure/donor.store.js';
import { renderStatement, type StatementLine } from '../../infrastructure/statement-pdf.js';
import { DonorDoor } from './donor-door.js';

/** What a bank took back was given back whole. */
const LINES = `
  SELECT r.number, r.issued_on::text AS "issuedOn", g.amount_minor::text AS "amountMinor",
    (CASE WHEN g.state = 'CHARGED_BACK' THEN g.amount_minor ELSE g.refunded_minor END)::text AS "returnedMinor"
  FROM gift_receipt r JOIN gift g ON g.id = r.gift_id
  WHERE g.donor_id = $1 AND r.year = $2 ORDER BY r.number LIMIT 1000`;

/** A donor's gifts of one year as a PDF in the donor's language. It names no donor and nothing that the gifts were for. */
@Injectable()
export class StatementFileQuery {
  constructor(
    private readonly door: DonorDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationSettingsQuery,
  ) {}

  /** @param year of the receipts. NOT_FOUND for a wrong token and for a year without a receipt */
  async read(token: string, year: number): Promise<Result<Buffer, DomainError>> {
    const statement = await this.door.withToken(token, async ({ donorId }) => {
      const lines = await this.unitOfWork.query<StatementLine>(LINES, [donorId, year]);
      if (lines.length === 0) return err(notFound());
      const { name } = await this.organizations.own();
      const locale = await new DonorStore(this.unitOfWork).locale(donorId);
      return ok({ year, lines, organization: name, texts: donorTexts(locale) });
    });
    return statement.ok ? ok(await renderStatement(statement.value)) : statement;
  }
}
