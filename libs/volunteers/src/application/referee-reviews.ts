import { Injectable } from '@nestjs/common';
import { err, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import type { Actor } from '@kinward/platform';
import { addDays } from '../domain/day.js';
import { isWorkingState } from '../domain/vetting-states.js';
import { TrustStore } from '../infrastructure/trust.store.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';
import { VolunteerMover } from './volunteer-mover.js';
import { VolunteerNews } from './volunteer-news.js';

export const REVIEW_OUTCOMES = ['NOTHING_FOUND', 'STANDING_WITHDRAWN'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

export interface RefereeReviewCommand {
  readonly reviewId: string;
  readonly outcome: ReviewOutcome;
}

export interface ReviewedReferee {
  readonly reviewId: string;
  readonly outcome: string;
}

/** Days in which security looks at a referee. */
const REVIEW_DAYS = 3;

/** Referees answer for whom they vouched for (security.md § 8.12). */
@Injectable()
export class RefereeReviews {
  constructor(
    private readonly trust: TrustStore,
    private readonly volunteers: VolunteerRepository,
    private readonly mover: VolunteerMover,
    private readonly settings: OrganizationSettingsQuery,
    private readonly news: VolunteerNews,
  ) {}

  /** The person was exposed: everybody who vouched is looked at, and referees who are volunteers get no task before. */
  async openFor(actor: Actor, exposedId: string, today: string): Promise<void> {
    const refereeIds = await this.trust.openReviews(exposedId, addDays(today, REVIEW_DAYS));
    for (const refereeId of refereeIds) {
      this.news.record('PERSON', 'REFEREE_REVIEW_OPENED', refereeId);
      const row = await this.volunteers.lock(refereeId);
      if (row === null || !isWorkingState(row.state)) continue;
      const reason = 'VOUCHEE_EXPOSED';
      const moved = await this.mover.move(actor, row, { transition: 'FALL_DUE', today, reason });
      if (!moved.ok) throw new Error('a referee at work could not fall due');
    }
  }

  /**
   * What security found. It changes no standing: suspending or re-checking is an act of its own. Errors: NOT_FOUND;
   * REFUSED `REVIEW_CLOSED`, `OWN_VETTING`.
   */
  async close(
    actor: Actor,
    { reviewId, outcome }: RefereeReviewCommand,
  ): Promise<Result<ReviewedReferee, DomainError>> {
    const review = await this.trust.lockReview(reviewId);
    if (review === null) return err(notFound());
    if (review.outcome !== null) return err(refused('REVIEW_CLOSED'));
    if (review.refereeId === actor.personId) return err(refused('OWN_VETTING'));
    const { today } = await this.settings.own();
    const reviewedBy = actor.personId;
    await this.trust.closeReview({ id: reviewId, outcome, reviewedBy, reviewedOn: today });
    this.news.record('PERSON', 'REFEREE_REVIEWED', review.refereeId, outcome);
    return ok({ reviewId, outcome });
  }
}
