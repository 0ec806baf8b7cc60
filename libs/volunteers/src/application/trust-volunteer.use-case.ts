import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import type { Actor } from '@kinward/platform';
import { TrustStore } from '../infrastructure/trust.store.js';
import { changedVolunteer, type ChangedVetting } from './changed-vetting.js';
import { Trust } from './trust.js';
import { VettingAccess } from './vetting-access.js';
import { VettingMover } from './vetting-mover.js';
import { vettingPartsOf } from './vetting-parts.js';
import { volunteerSubject } from './vetting-subject.js';

export interface TrustVolunteerCommand {
  readonly volunteerId: string;
  readonly caseId: string;
}

/**
 * One voice of a panel that makes a volunteer V3 for one case: at least three people, security and coordination among
 * them, and no second case before that trust has ended (domain.md C6). Errors: NOT_FOUND for volunteer or case;
 * WRONG_STATE; REFUSED `TRUSTED_ALREADY`, `ALREADY_SIGNED_BY_YOU`, `REVIEW_OPEN` and those of clean hands.
 */
@Injectable()
export class TrustVolunteerUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly settings: OrganizationSettingsQuery,
    private readonly vetting: VettingMover,
    private readonly store: TrustStore,
    private readonly trust: Trust,
  ) {}

  async execute(
    actor: Actor,
    { volunteerId, caseId }: TrustVolunteerCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const locked = await this.access.lockVolunteer(volunteerId, null);
    if (!locked.ok) return locked;
    if (!(await this.store.hasCase(caseId))) return err(notFound());
    const { today } = await this.settings.own();
    const decided = await this.vetting.move(actor, volunteerSubject(locked.value, today), {
      transition: 'TRUST',
      actors: vettingPartsOf(actor, volunteerId),
      topicId: caseId,
    });
    if (!decided.ok) return decided;
    if (decided.value.kind === 'SIGNED') {
      this.trust.noteVoice(volunteerId);
      return ok(changedVolunteer(locked.value, true));
    }
    const members = decided.value.signedBy;
    return ok(await this.trust.begin(locked.value, { caseId, members, today }));
  }
}
