import type { StatementRunner } from '@kinward/platform';

export const DONOR_LOCALES = ['en', 'be', 'ru', 'pl', 'lt'] as const;
export type DonorLocale = (typeof DONOR_LOCALES)[number];

/** Who gives, as a number; the address is sealed. */
export interface NewDonor {
  readonly id: string;
  readonly organizationId: string;
  readonly linkKey: Buffer;
  readonly email: { readonly sealed: Buffer; readonly key: Buffer } | null;
  readonly locale: DonorLocale;
}

/** Donors by their private links. */
export class DonorStore {
  constructor(private readonly db: StatementRunner) {}

  async add(donor: NewDonor): Promise<void> {
    await this.db.query(
      `INSERT INTO donor (id, organization_id, link_key, email_sealed, email_key, locale)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        donor.id,
        donor.organizationId,
        donor.linkKey,
        donor.email?.sealed ?? null,
        donor.email?.key ?? null,
        donor.locale,
      ],
    );
  }

  async locale(id: string): Promise<DonorLocale> {
    const [row] = await this.db.query<{ locale: DonorLocale }>(
      'SELECT locale FROM donor WHERE id = $1',
      [id],
    );
    return row?.locale ?? 'en';
  }

  /** Erases everything that leads to the person; gifts keep a number that means nobody. @param linkKey of no token */
  async forget(id: string, linkKey: Buffer, today: string): Promise<void> {
    await this.db.query(
      `UPDATE donor SET link_key = $2, email_sealed = NULL, email_key = NULL, forgotten_on = $3 WHERE id = $1`,
      [id, linkKey, today],
    );
  }
}
