import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import type { Actor } from '@kinward/platform';
import { RailRepository, type RailExposure } from '../infrastructure/rail.repository.js';
import { DisbursementNews } from './disbursement-news.js';
import { checkRails } from './draft/checked-content.js';
import type { RailInputValue } from './draft/draft.command.js';

export type { RailExposure } from '../infrastructure/rail.repository.js';

export interface ReviewVendorLimitCommand extends RailInputValue {
  /** Families that this vendor may see. */
  readonly families: number;
  /** Day on which it must be reviewed again, YYYY-MM-DD. */
  readonly reviewDue: string;
}

/** Professional vendors that see more than K families by their trade: a lawyer, a clinic (decision 20). */
const REVIEWABLE = ['MERCHANT', 'COURIER_ACCOUNT'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_DAYS = 366;
const MOST_FAMILIES = 500;
const DAY_MS = 86_400_000;
const PAGE = 50;

/** Limits of rails and what they expose (security.md § 8.15). */
@Injectable()
export class RailReviewUseCase {
  constructor(
    private readonly rails: RailRepository,
    private readonly settings: OrganizationSettingsQuery,
    private readonly news: DisbursementNews,
  ) {}

  /** Gives a vendor a limit of its own until a day within a year. INVALID_INPUT naming the field. */
  async review(
    actor: Actor,
    command: ReviewVendorLimitCommand,
  ): Promise<Result<{ families: number; reviewDue: string }, DomainError>> {
    const { families, reviewDue } = command;
    const rails = checkRails('vendor', [command]);
    if (!rails.ok) return rails;
    const [rail] = rails.value;
    if (rail === undefined || !REVIEWABLE.includes(rail.kind)) {
      return err(invalidInput('kind', 'UNKNOWN_CODE'));
    }
    if (families < 1 || families > MOST_FAMILIES)
      return err(invalidInput('families', 'OUT_OF_RANGE'));
    const { today } = await this.settings.own();
    if (!isDayWithin(reviewDue, today)) return err(invalidInput('reviewDue', 'OUT_OF_RANGE'));
    const reviewedBy = actor.personId;
    await this.rails.addLimit({ rail, families, reviewedBy, reviewedOn: today, reviewDue });
    this.news.record('VENDOR_LIMIT_REVIEWED', 'ORGANIZATION', actor.organizationId);
    return ok({ families, reviewDue });
  }

  /** If the owner of an identifier talked today: how many families it would link, worst first. INVALID_INPUT `rail…`. */
  async exposure(
    only: RailInputValue | null,
  ): Promise<Result<readonly RailExposure[], DomainError>> {
    const rails = checkRails('rail', only === null ? [] : [only]);
    if (!rails.ok) return rails;
    const { today } = await this.settings.own();
    return ok(await this.rails.exposure(today, rails.value[0] ?? null, PAGE));
  }
}

function isDayWithin(day: string, today: string): boolean {
  if (!DAY.test(day)) return false;
  const days = (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS;
  return days >= 1 && days <= MOST_DAYS;
}
