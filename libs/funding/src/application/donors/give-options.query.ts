import { Injectable } from '@nestjs/common';
import { labelOf } from '@kinward/jurisdictions';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { donorTexts } from '../../domain/donor-texts.js';
import { GIFT_LIMITS } from '../../domain/gift-limits.js';
import { USUAL_FEE } from '../../domain/usual-fee.js';
import { CARD_IS_SILENT } from '../../infrastructure/case-card.store.js';
import { OwnPack } from '../own-pack.js';
import { StripeAccess } from '../stripe-access.js';
import { DonorDoor } from './donor-door.js';

export interface PublicFund {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A need as the public sees it; amounts in minor units. */
export interface PublicCard {
  readonly id: string;
  readonly codename: string;
  readonly needGroup: string;
  readonly needLabel: string;
  readonly amountMinor: string;
  readonly givenMinor: string;
  /** Coarse facts in codes; `label` where the country's pack has words for one. */
  readonly facts: readonly {
    readonly name: string;
    readonly value: string;
    readonly label: string | null;
  }[];
  /** What the family agreed to be said; null for a card of before. */
  readonly text: string | null;
}

/** Everything to be told before the provider's page is opened (decision 17). */
export interface GiveOptions {
  readonly organizationName: string;
  readonly funds: readonly PublicFund[];
  readonly caseCards: readonly PublicCard[];
  readonly refusedCardCountries: readonly string[];
  readonly notices: readonly string[];
  readonly minimumMinor: bigint;
  readonly maximumMinor: bigint;
  readonly takesCards: boolean;
  /** What a card statement will show; null where nobody has said it. */
  readonly statementName: string | null;
  readonly usualRatePerMille: number;
  readonly feeFixedMinor: bigint;
}

const FUNDS = `SELECT id, code, coalesce(public_names ->> $1, name) AS name FROM fund
  WHERE is_public AND state = 'OPEN' AND kind IN ('PUBLIC', 'EMERGENCY') ORDER BY NOT is_free_fund, code`;
const CARDS = `
  SELECT c.id, c.public_codename AS codename, c.need_group AS "needGroup", c.amount_minor AS "amountMinor", c.facts,
    (SELECT p.body FROM public_text p WHERE p.card_id = c.id AND p.kind = 'CARD' AND p.state = 'PUBLISHED') AS text,
    least(c.amount_minor, coalesce((SELECT sum(g.amount_minor - g.fee_minor - g.refunded_minor) FROM gift g
      WHERE g.fund_id = c.fund_id AND g.booked_at IS NOT NULL), 0)) AS "givenMinor"
  FROM case_card c WHERE c.state = 'PUBLISHED' AND NOT ${CARD_IS_SILENT}
  ORDER BY c.public_codename LIMIT 200`;

/** What a donor may choose from. */
@Injectable()
export class GiveOptionsQuery {
  constructor(
    private readonly door: DonorDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly ownPack: OwnPack,
    private readonly stripe: StripeAccess,
  ) {}

  /** NOT_FOUND for an organisation that does not exist. */
  read(organization: string, locale: string): Promise<Result<GiveOptions, DomainError>> {
    return this.door.withOrganization(organization, async () => {
      const { settings, pack } = await this.ownPack.read();
      const funds = await this.unitOfWork.query<PublicFund>(FUNDS, [locale]);
      const cards = await this.unitOfWork.query<
        Omit<PublicCard, 'facts' | 'needLabel'> & { facts: Record<string, string> }
      >(CARDS, [settings.today]);
      const takesCards = this.stripe.gateway !== null && this.stripe.organization === organization;
      return ok({
        organizationName: settings.name,
        funds,
        caseCards: cards.map((card) => ({
          ...card,
          needLabel: labelOf(
            pack,
            pack.needGroups.find(({ code }) => code === card.needGroup) ?? {
              code: card.needGroup,
              label: {},
            },
            locale,
          ),
          facts: Object.entries(card.facts).map(([name, value]) => {
            const region = pack.regionClasses.find(({ code }) => code === value);
            const label = region === undefined ? null : labelOf(pack, region, locale);
            return { name, value, label };
          }),
        })),
        refusedCardCountries: pack.refusedCardCountries,
        notices: donorTexts(locale).notices,
        minimumMinor: GIFT_LIMITS.leastMinor,
        maximumMinor: GIFT_LIMITS.mostMinor,
        takesCards,
        statementName: takesCards ? this.stripe.statementName : null,
        ...USUAL_FEE,
      });
    });
  }
}
