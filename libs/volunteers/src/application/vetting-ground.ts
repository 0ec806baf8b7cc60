import { Injectable } from '@nestjs/common';
import { isJurisdictionCode, jurisdictionPack } from '@kinward/jurisdictions';
import { OrganizationSettingsQuery, type OrganizationSettings } from '@kinward/organizations';
import type { Actor } from '@kinward/platform';
import type { Signer, VettingFacts } from '../domain/vetting-facts.js';
import { isRefusedCountry } from '../domain/volunteer-codes.js';
import { TrustStore } from '../infrastructure/trust.store.js';
import { VettingRecordStore } from '../infrastructure/vetting-record.store.js';
import type { VettingSubject } from './vetting-subject.js';

/** What only some moves look at; the others leave it out. */
export type MoreFacts = Partial<Pick<VettingFacts, 'hasVolunteerAccount' | 'recheckReason'>>;

/** Gathers what the guards of the state machine look at. The subject is locked. */
@Injectable()
export class VettingGround {
  constructor(
    private readonly settings: OrganizationSettingsQuery,
    private readonly records: VettingRecordStore,
    private readonly trust: TrustStore,
  ) {}

  /** @param signers who has signed before the actor */
  async factsOf(
    subject: VettingSubject,
    actor: Actor,
    signers: readonly Signer[],
    more: MoreFacts = {},
  ): Promise<VettingFacts> {
    const { applicationId, personId } = subject;
    const [referees, interviews, training] =
      applicationId === null
        ? [[], [], []]
        : [
            await this.records.referees(applicationId),
            await this.records.interviews(applicationId),
            await this.records.training(applicationId),
          ];
    return {
      subjectId: personId,
      actorId: actor.personId,
      vettersOfActor: await this.records.vettersOf(actor.personId),
      countryRefused: await this.refuses(subject.country),
      referees,
      interviews,
      training,
      hasVolunteerAccount: false,
      probationDays: subject.probationDays,
      verifiedTasks: subject.verifiedTasks,
      recheckReason: null,
      recheckInDays: subject.recheckInDays,
      isTrusted: subject.isTrusted,
      hasOpenReview: personId !== null && (await this.trust.hasOpenReview(personId)),
      signers,
      actorAsSigner: { personId: actor.personId, roles: [...actor.roles] },
      ...more,
    };
  }

  /** Nobody vets himself, or whoever vetted him (domain.md C6); null where the hands are clean. */
  async handsRefusal(
    actor: Actor,
    subjectId: string | null,
  ): Promise<'OWN_VETTING' | 'SUBJECT_VETTED_YOU' | null> {
    if (subjectId === null) return null;
    if (subjectId === actor.personId) return 'OWN_VETTING';
    const vetters = await this.records.vettersOf(actor.personId);
    return vetters.includes(subjectId) ? 'SUBJECT_VETTED_YOU' : null;
  }

  /** True where nobody may help from. */
  async refuses(country: string): Promise<boolean> {
    const { jurisdiction } = await this.settings.own();
    if (!isJurisdictionCode(jurisdiction)) throw new Error('an organisation without a pack');
    return isRefusedCountry(jurisdictionPack(jurisdiction), country);
  }

  /** The settings of the organisation that acts, with its day. */
  own(): Promise<OrganizationSettings> {
    return this.settings.own();
  }
}
