import { Injectable } from '@nestjs/common';
import {
  AssignCaseUseCase,
  ChangeChannelTrustUseCase,
  GiveConsentUseCase,
  GrantAccessUseCase,
  OpenCaseUseCase,
  RecordContactAttemptUseCase,
  RecordContactChannelUseCase,
  RecordVerificationUseCase,
  TransitionCaseUseCase,
} from '@kinward/cases';
import type { Actor } from '@kinward/platform';
import { loseContact } from '../jobs/lose-contact.job.js';
import { DemoActors } from './demo-actors.js';
import type { DemoDesk } from './demo-desk.seeder.js';
import { DEMO_CAMP_FAMILIES } from './demo-camp.js';
import { DEMO_FAMILIES, type DemoFamily } from './demo-families.js';
import { DEMO_FORMER_FAMILIES } from './demo-former-families.js';
import { DemoScene } from './demo-scene.js';
import { DemoWorker } from './demo-worker.js';
import { inParallel } from './in-parallel.js';

/** Opens the demonstration's families through the same use cases that people use. */
@Injectable()
export class DemoCasesSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly worker: DemoWorker,
  ) {}

  /** @param openedDaysAgo those who came on that day; left out, those of the present */
  async seed(desk: DemoDesk, openedDaysAgo?: number): Promise<void> {
    const families = DEMO_FAMILIES.filter((family) => family.openedDaysAgo === openedDaysAgo);
    await inParallel(families, (family) => this.tell(family, desk));
  }

  /**
   * Families of before, who are no longer with the desk when the story begins.
   * @param openedDaysAgo those who came on that day; left out, two months before the others
   */
  async seedFormer(desk: DemoDesk, openedDaysAgo?: number): Promise<void> {
    const families = DEMO_FORMER_FAMILIES.filter((each) => each.openedDaysAgo === openedDaysAgo);
    for (const family of families) await this.tell(family, desk);
  }

  /** Those whose children went to the camp. */
  async seedCamp(desk: DemoDesk): Promise<void> {
    await inParallel(DEMO_CAMP_FAMILIES, (family) => this.tell(family, desk));
  }

  /** What became of those of before. */
  async endFormer(): Promise<void> {
    const ids = await this.scene.caseIds(await this.actors.as('coordinator'));
    for (const { codename } of DEMO_FORMER_FAMILIES.filter(({ act }) => act === 'EXPOSE')) {
      const caseId = ids.get(codename) ?? '';
      const officer = await this.actors.as('security-officer');
      await this.compromiseChannels(officer, caseId);
      await this.move(officer, caseId, 'QUARANTINE', { reason: 'CHANNEL_COMPROMISED' });
      for (const signer of ['security-officer', 'coordinator']) {
        const actor = await this.actors.as(signer);
        await this.move(actor, caseId, 'CLOSE_QUARANTINED', { reason: 'QUARANTINE_NOT_RESOLVED' });
      }
    }
    await this.worker.run(loseContact);
  }

  /** What happened to families while they were being helped: from here on nothing more is done for them. */
  async seedInterruptions(): Promise<void> {
    const ids = await this.scene.caseIds(await this.actors.as('coordinator'));
    for (const { codename, act, caseworker } of DEMO_FAMILIES) {
      const caseId = ids.get(codename) ?? '';
      if (act === 'PAUSE') {
        const actor = await this.actors.as(caseworker);
        await this.move(actor, caseId, act, { reason: 'SUMMONED_OR_WATCHED' });
      }
      if (act === 'QUARANTINE') {
        const officer = await this.actors.as('security-officer');
        await this.compromiseChannels(officer, caseId);
        await this.move(officer, caseId, act, { reason: 'CHANNEL_COMPROMISED' });
      }
    }
  }

  private async tell(family: DemoFamily, desk: DemoDesk): Promise<void> {
    const caseworker = await this.actors.as(family.caseworker);
    const caseId = await this.open(caseworker, family);
    if (family.act === 'STAY_IN_INTAKE') return;
    await this.addContact(caseworker, caseId, family);
    await this.staff(caseworker, caseId, family, desk);
    await this.move(caseworker, caseId, 'START_SCREENING', { provocationCheckDone: true });
    if (family.act === 'STAY_IN_SCREENING') return;
    await this.decide(caseworker, caseId, family.act);
  }

  private async open(actor: Actor, family: DemoFamily): Promise<string> {
    const { prisoner, nextStep, members, codename, region, summary } = family;
    const { name, facilityType, stateLists, recognitionBasis, status, sinceDaysAgo } = prisoner;
    const opened = await this.scene.act(actor, () =>
      this.scene.get(OpenCaseUseCase).execute(actor, {
        codename,
        region,
        summary,
        members: members.map((member) => ({
          name: member.name,
          relation: member.relation,
          birthDate: `${this.scene.yearOfBirth(member.age)}-01-15`,
        })),
        prisoners: [
          {
            name,
            facilityType,
            stateLists,
            recognitionBasis,
            status: { code: status, since: this.scene.day(-sinceDaysAgo) },
          },
        ],
        nextStep: { kind: nextStep.kind, dueDay: this.scene.day(nextStep.inDays) },
      }),
    );
    return opened.caseId;
  }

  private async addContact(actor: Actor, caseId: string, family: DemoFamily): Promise<void> {
    const channel = await this.scene.act(actor, () =>
      this.scene.get(RecordContactChannelUseCase).execute(actor, {
        caseId,
        kind: 'MESSENGER',
        value: `Demo-handle of ${family.codename}`,
        quietRules: 'Never before nine in the morning.',
      }),
    );
    await this.scene.act(actor, () =>
      this.scene.get(RecordContactAttemptUseCase).execute(actor, {
        caseId,
        channelId: channel.addedId,
        outcome: 'HANDSHAKE_PASSED',
        note: 'Demo-note: the agreed question was answered rightly.',
      }),
    );
    await this.scene.act(actor, () =>
      this.scene.get(GiveConsentUseCase).execute(actor, {
        caseId,
        purpose: 'AID_PROCESSING',
        givenOn: this.scene.today(),
        wording: 'Demo-wording: you may keep what we told you so that you can help us.',
      }),
    );
  }

  private async staff(
    caseworker: Actor,
    caseId: string,
    family: DemoFamily,
    desk: DemoDesk,
  ): Promise<void> {
    const coordinator = await this.actors.as('coordinator');
    const deputyId = desk.people.get(family.deputy) ?? '';
    await this.scene.act(coordinator, () =>
      this.scene
        .get(AssignCaseUseCase)
        .execute(coordinator, { caseId, personId: deputyId }, 'DEPUTY'),
    );
    await this.scene.act(caseworker, () =>
      this.scene.get(GrantAccessUseCase).execute(caseworker, {
        caseId,
        holderId: deputyId,
        storyOnly: false,
      }),
    );
  }

  private async decide(caseworker: Actor, caseId: string, act: DemoFamily['act']): Promise<void> {
    const coordinator = await this.actors.as('coordinator');
    if (act === 'DECLINE') {
      await this.move(coordinator, caseId, 'DECLINE', { reason: 'COULD_NOT_BE_CONFIRMED' });
      return;
    }
    await this.move(caseworker, caseId, 'START_VERIFICATION', {});
    if (act === 'STAY_IN_VERIFICATION') return;
    await this.scene.act(caseworker, () =>
      this.scene.get(RecordVerificationUseCase).execute(caseworker, {
        caseId,
        evidence: 'LIST',
        recognitionBasis: 'VIASNA',
      }),
    );
    if (act === 'WAITLIST') {
      await this.move(coordinator, caseId, 'WAITLIST', {});
      return;
    }
    await this.move(coordinator, caseId, 'ACTIVATE', {});
    if (act === 'START_TRANSITION') await this.move(caseworker, caseId, act, { planMonths: 12 });
  }

  private async compromiseChannels(officer: Actor, caseId: string): Promise<void> {
    const channels = await this.scene.rows<{ id: string }>(
      officer,
      'SELECT id FROM contact_channel WHERE case_id = $1',
      [caseId],
    );
    for (const { id: channelId } of channels) {
      const command = { caseId, channelId, event: 'COMPROMISE_CONFIRMED' };
      await this.scene.act(officer, () =>
        this.scene.get(ChangeChannelTrustUseCase).execute(officer, command),
      );
    }
  }

  private async move(
    actor: Actor,
    caseId: string,
    transition: string,
    more: { reason?: string; planMonths?: number; provocationCheckDone?: boolean },
  ): Promise<void> {
    await this.scene.act(actor, () =>
      this.scene.get(TransitionCaseUseCase).execute(actor, { caseId, transition, ...more }),
    );
  }
}
