import { Injectable } from '@nestjs/common';
import type { Actor } from '@kinward/platform';
import { ApplicantSeal } from '../infrastructure/applicant-seal.js';
import { VettingListsStore } from '../infrastructure/vetting-lists.store.js';

/** Somebody asks me to speak for somebody I know. */
export interface ReferenceRequestView {
  readonly applicationId: string;
  readonly namedOn: string;
  /** Without it nobody could say whom he knows; nothing else of the application is shown. Null where it cannot open. */
  readonly applicantName: string | null;
}

/** The references that are asked of the actor. */
@Injectable()
export class ReferenceRequestsQuery {
  constructor(
    private readonly lists: VettingListsStore,
    private readonly seal: ApplicantSeal,
  ) {}

  async mine(actor: Actor): Promise<ReferenceRequestView[]> {
    const rows = await this.lists.requestsOf(actor.personId);
    return rows.map(({ applicationId, namedOn, sealedApplicant }) => ({
      applicationId,
      namedOn,
      applicantName:
        sealedApplicant === null
          ? null
          : (this.seal.open(applicationId, sealedApplicant)?.name ?? null),
    }));
  }
}
