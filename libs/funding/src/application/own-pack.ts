import { Injectable } from '@nestjs/common';
import type { JurisdictionPack } from '@kinward/jurisdictions';
import { OrganizationSettingsQuery, type OrganizationSettings } from '@kinward/organizations';

/** The organisation that acts, and the codes of the country it works for. */
@Injectable()
export class OwnPack {
  constructor(private readonly organizations: OrganizationSettingsQuery) {}

  /** @throws Error for an organisation whose country this version does not know */
  async read(): Promise<{ settings: OrganizationSettings; pack: JurisdictionPack }> {
    const settings = await this.organizations.own();
    const { pack } = settings;
    if (pack === null) throw new Error('unknown jurisdiction');
    return { settings, pack };
  }
}
