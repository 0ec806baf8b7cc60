import { Inject, Injectable } from '@nestjs/common';
import type { NeedType } from '@kinward/jurisdictions';
import type { Clock, IdGenerator } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR } from '@kinward/platform';
import type { PeopleReached } from '../domain/people-reached.js';
import { scoreOf, TRIAGE_VERSION, triagePoints, type TriageFacts } from '../domain/triage-score.js';
import { ClaimedNeedRepository, type ClaimRow } from '../infrastructure/claimed-need.repository.js';

/** What one imported request says it needs. */
export interface NeedClaims {
  readonly caseId: string;
  readonly types: readonly NeedType[];
  /** Code of the jurisdiction pack. */
  readonly region: string;
  /** Wanted day, YYYY-MM-DD; one that has passed is kept and shown (decision 22). */
  readonly wantedBy: string | null;
  readonly askedOn: string;
  readonly facts: TriageFacts | null;
  readonly reach: PeopleReached;
}

/**
 * Needs that a family ticked in a form: drafts without an amount, an author, a priority or a clock, since nobody of
 * the organisation has said anything about them yet (decision 22).
 */
@Injectable()
export class ClaimedNeeds {
  constructor(
    private readonly needs: ClaimedNeedRepository,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Stores the claims of many requests, in one statement. */
  async draft(claims: readonly NeedClaims[], today: string): Promise<void> {
    const rows = claims.flatMap((claim) => claim.types.map((type) => this.row(claim, type, today)));
    if (rows.length > 0) await this.needs.add(rows);
  }

  /**
   * Brings the claims of one request to what it says now: codes that are gone are cancelled, new ones drafted. Needs
   * that a screener has made his own stay as they are.
   */
  async correct(claim: NeedClaims, today: string): Promise<void> {
    await this.needs.cancelAllBut(
      claim.caseId,
      claim.types.map(({ code }) => code),
      this.clock.now(),
    );
    const standing = await this.needs.codesOf(claim.caseId);
    const types = claim.types.filter(({ code }) => !standing.has(code));
    for (const type of claim.types) {
      if (standing.has(type.code)) await this.needs.rewrite(this.row(claim, type, today));
    }
    await this.draft([{ ...claim, types }], today);
  }

  private row(claim: NeedClaims, type: NeedType, today: string): ClaimRow {
    const points = triagePoints(claim.facts, {
      priority: type.priority,
      dueDay: claim.wantedBy,
      lastHelpedOn: null,
      today,
    });
    return {
      id: this.ids.next(),
      case_id: claim.caseId,
      code: type.code,
      region: claim.region,
      due_day: claim.wantedBy,
      asked_on: claim.askedOn,
      score: scoreOf(points),
      score_version: TRIAGE_VERSION,
      score_points: points,
      reach: claim.reach,
      funding_reference: this.ids.next(),
    };
  }
}
