import { Injectable } from '@nestjs/common';
import {
  ChangeAvailabilityUseCase,
  DecideVolunteerUseCase,
  TrustVolunteerUseCase,
} from '@kinward/volunteers';
import { DemoActors } from './demo-actors.js';
import type { DemoDesk } from './demo-desk.seeder.js';
import { DemoScene } from './demo-scene.js';
import { DemoVettingSeeder } from './demo-vetting.seeder.js';
import { DEMO_VOLUNTEERS, type DemoVolunteer } from './demo-volunteers.js';

/** Security, coordination and somebody who neither vouched nor is asked by the other two. */
const PANEL = ['security-officer', 'coordinator', 'caseworker-three'];
const MORNING = 7 * 60;
const NIGHT = 22 * 60;

/** Brings the demonstration's volunteers in, and tells what became of them. */
@Injectable()
export class DemoVolunteersSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly vetting: DemoVettingSeeder,
  ) {}

  /** Those who have been here for long begin their probation. */
  async seedExperienced(desk: DemoDesk): Promise<void> {
    const experienced = DEMO_VOLUNTEERS.filter((one) => one.isExperienced);
    await this.vetting.bringIn(experienced, desk.people);
  }

  async seedNewcomers(desk: DemoDesk): Promise<void> {
    const newcomers = DEMO_VOLUNTEERS.filter((one) => !one.isExperienced);
    await this.vetting.bringIn(newcomers, desk.people);
  }

  /** The sixty days are over: V2, by two signatures. */
  async endProbations(desk: DemoDesk): Promise<void> {
    for (const one of DEMO_VOLUNTEERS.filter(({ isExperienced }) => isExperienced)) {
      for (const signer of ['coordinator', 'security-officer']) {
        await this.decide(signer, 'ACTIVATE', one, desk);
      }
    }
  }

  /** Those who had to be stopped. */
  async stop(desk: DemoDesk): Promise<void> {
    for (const one of DEMO_VOLUNTEERS) {
      if (one.until === 'RECHECK_DUE') await this.decide('coordinator', 'FALL_DUE', one, desk);
      if (one.until === 'SUSPENDED') await this.decide('security-officer', 'SUSPEND', one, desk);
      if (one.until === 'REVOKED') await this.decide('security-officer', 'REVOKE', one, desk);
    }
  }

  /** What volunteers say themselves, and whom a panel trusts with one family. */
  async seedTrust(desk: DemoDesk): Promise<void> {
    for (const one of DEMO_VOLUNTEERS) {
      const { key, refuses } = one;
      if (key !== null && refuses !== null) await this.sayWishes(key, { ...one, refuses });
      if (one.trustedWith !== null) await this.trust(one, one.trustedWith, desk);
    }
  }

  private async decide(
    signer: string,
    decision: 'ACTIVATE' | 'FALL_DUE' | 'SUSPEND' | 'REVOKE',
    { key, reason }: DemoVolunteer,
    desk: DemoDesk,
  ): Promise<void> {
    const actor = await this.actors.as(signer);
    const volunteerId = desk.people.get(key ?? '') ?? '';
    await this.scene.act(actor, () =>
      this.scene.get(DecideVolunteerUseCase).execute(actor, decision, { volunteerId, reason }),
    );
  }

  private async sayWishes(
    key: string,
    one: Pick<DemoVolunteer, 'languages' | 'skills'> & { readonly refuses: readonly string[] },
  ): Promise<void> {
    const { languages, skills, refuses } = one;
    const actor = await this.actors.as(key);
    const wishes = { languages, skills, refuses, hours: [], awayUntil: null, openTaskLimit: 3 };
    await this.scene.act(actor, () =>
      this.scene
        .get(ChangeAvailabilityUseCase)
        .execute(actor, { ...wishes, quiet: { from: NIGHT, to: MORNING } }),
    );
  }

  private async trust(one: DemoVolunteer, codename: string, desk: DemoDesk): Promise<void> {
    const cases = await this.scene.caseIds(await this.actors.as('coordinator'));
    const volunteerId = desk.people.get(one.key ?? '') ?? '';
    const caseId = cases.get(codename) ?? '';
    for (const member of PANEL) {
      const actor = await this.actors.as(member);
      await this.scene.act(actor, () =>
        this.scene.get(TrustVolunteerUseCase).execute(actor, { volunteerId, caseId }),
      );
    }
  }
}
