import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import type { JurisdictionPack } from '@kinward/jurisdictions';
import type { Actor } from '@kinward/platform';
import { knownCodesOf, type OpenDestination } from '../import/destination.js';

/** What the rules need to know of the actor's organisation. */
export interface OwnGround {
  readonly pack: JurisdictionPack;
  /** Code of the organisation, as forms name it. */
  readonly code: string;
  /** Today in the organisation's zone. */
  readonly today: string;
}

/** The organisation whose inbox is worked on. */
@Injectable()
export class ScreeningGround {
  constructor(private readonly cases: CaseAccess) {}

  async own(): Promise<OwnGround> {
    const { pack, settings } = await this.cases.ground();
    return { pack, code: settings.code, today: settings.today };
  }

  /** The inbox as an import sees it, so that a changed request is written by the same rules. */
  async destination(actor: Actor): Promise<OpenDestination> {
    const { pack, code, today } = await this.own();
    return {
      organization: { id: actor.organizationId, code },
      pack,
      codes: knownCodesOf(pack),
      today,
      importId: null,
      remembered: null,
    };
  }
}
