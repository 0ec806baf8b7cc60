import { Inject, Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import { TrustStore } from '../infrastructure/trust.store.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';
import { changedVolunteer, type ChangedVetting } from './changed-vetting.js';
import { VolunteerNews } from './volunteer-news.js';

/** A panel whose last voice was given. */
export interface DecidedPanel {
  readonly caseId: string;
  readonly members: readonly string[];
  readonly today: string;
}

/** Begins and ends the trust in one volunteer with one case. */
@Injectable()
export class Trust {
  constructor(
    private readonly store: TrustStore,
    private readonly volunteers: VolunteerRepository,
    private readonly news: VolunteerNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** A voice that is not the last. */
  noteVoice(personId: string): void {
    this.news.record('VOLUNTEER', 'VOLUNTEER_TRUST_SIGNED', personId);
  }

  async begin(row: VolunteerRow, panel: DecidedPanel): Promise<ChangedVetting> {
    const { caseId, members, today } = panel;
    const { personId } = row;
    await this.store.addPanel({ id: this.ids.next(), personId, caseId, members, decidedOn: today });
    const moved = await this.volunteers.change(row, { tier: 'V3', trustedCaseId: caseId });
    await this.news.tellOfVolunteer('volunteer.trusted', 'VOLUNTEER_TRUST', personId);
    return changedVolunteer(moved);
  }

  /** Errors: REFUSED `NOT_TRUSTED`. */
  async end(row: VolunteerRow, today: string): Promise<Result<ChangedVetting, DomainError>> {
    if (row.tier !== 'V3') return err(refused('NOT_TRUSTED'));
    const moved = await this.volunteers.change(row, { tier: 'V2', trustedCaseId: null });
    await this.store.endPanels(row.personId, today);
    await this.news.tellOfVolunteer('volunteer.trust_ended', 'VOLUNTEER_TRUST_ENDED', row.personId);
    return ok(changedVolunteer(moved));
  }
}
