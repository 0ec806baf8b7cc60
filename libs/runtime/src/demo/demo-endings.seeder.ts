import { Injectable } from '@nestjs/common';
import {
  AnswerCaseTransferUseCase,
  ConfirmCaseErasureUseCase,
  DataProtection,
  GiveConsentUseCase,
  OfferCaseTransferUseCase,
  ProposeCaseErasureUseCase,
  ReceiveCaseTransferUseCase,
  ReleaseDeputyLockUseCase,
  SendCaseTransferUseCase,
} from '@kinward/cases';
import type { Actor } from '@kinward/platform';
import { DemoActors } from './demo-actors.js';
import type { DemoDesk } from './demo-desk.seeder.js';
import { ERASED, HANDED_OVER } from './demo-former-families.js';
import { DemoScene } from './demo-scene.js';

/** How cases leave the desk for good: one to another organisation, one to nobody. */
@Injectable()
export class DemoEndingsSeeder {
  private offerId = '';

  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
  ) {}

  /** A family whose time of keeping is over: one proposes, the data-protection officer confirms. */
  async erase(desk: DemoDesk): Promise<void> {
    const administrator = await this.actors.as('administrator');
    const officer = desk.people.get('auditor') ?? '';
    await this.scene.act(administrator, () =>
      this.scene.get(DataProtection).appoint(administrator, officer),
    );
    const proposer = await this.actors.as('security-officer');
    const caseId = await this.caseId(proposer, ERASED);
    await this.scene.act(proposer, () =>
      this.scene.get(ProposeCaseErasureUseCase).execute(proposer, { caseId }),
    );
    const confirming = await this.actors.as('auditor');
    await this.scene.act(confirming, () =>
      this.scene.get(ConfirmCaseErasureUseCase).execute(confirming, { caseId }),
    );
  }

  /** The family said yes to Bridge by name, and Bridge is asked. */
  async offer(desk: DemoDesk): Promise<void> {
    const caseworker = await this.actors.as('caseworker-two');
    const coordinator = await this.actors.as('coordinator');
    const officer = await this.actors.as('security-officer');
    const { organizationId } = await this.actors.as('bridge-coordinator');
    const caseId = await this.caseId(coordinator, HANDED_OVER);
    const holderId = desk.people.get('coordinator') ?? '';
    await this.scene.act(officer, () =>
      this.scene.get(ReleaseDeputyLockUseCase).execute(officer, { caseId, holderId }),
    );
    await this.scene.act(caseworker, () =>
      this.scene.get(GiveConsentUseCase).execute(caseworker, {
        ...{ caseId, purpose: 'TRANSFER_CASE', partnerId: organizationId },
        givenOn: this.scene.today(),
        wording: 'Demo-wording: Bridge may know who we are and go on from here.',
      }),
    );
    const offered = await this.scene.act(coordinator, () =>
      this.scene.get(OfferCaseTransferUseCase).execute(coordinator, { caseId, organizationId }),
    );
    this.offerId = offered.offerId;
  }

  async accept(): Promise<void> {
    const receiver = await this.actors.as('bridge-coordinator');
    const answer = { offerId: this.offerId, accepts: true };
    await this.scene.act(receiver, () =>
      this.scene.get(AnswerCaseTransferUseCase).execute(receiver, answer),
    );
  }

  /** Sealed to who accepted, and fetched on the same day. */
  async handOver(): Promise<void> {
    const { offerId } = this;
    const sender = await this.actors.as('coordinator');
    await this.scene.act(sender, () =>
      this.scene.get(SendCaseTransferUseCase).execute(sender, { offerId }),
    );
    const receiver = await this.actors.as('bridge-coordinator');
    const taking = { offerId, provocationCheckDone: true };
    await this.scene.act(receiver, () =>
      this.scene.get(ReceiveCaseTransferUseCase).execute(receiver, taking),
    );
  }

  private async caseId(actor: Actor, codename: string): Promise<string> {
    return (await this.scene.caseIds(actor)).get(codename) ?? '';
  }
}
