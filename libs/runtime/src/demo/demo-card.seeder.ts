import { Injectable } from '@nestjs/common';
import { GiveConsentUseCase } from '@kinward/cases';
import { PublishCaseCardUseCase } from '@kinward/publication';
import { DemoActors } from './demo-actors.js';
import { DemoScene } from './demo-scene.js';

/** STORK agreed that the parcel may be shown to donors, under another codename (decision 18). */
const CODENAME = 'STORK-11';
const NEED = 'DET-PARCEL';

/** Publishes the demonstration's case card. */
@Injectable()
export class DemoCardSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
  ) {}

  async seed(): Promise<void> {
    const caseworker = await this.actors.as('caseworker');
    const caseId = (await this.scene.caseIds(caseworker)).get(CODENAME) ?? '';
    await this.scene.act(caseworker, () =>
      this.scene.get(GiveConsentUseCase).execute(caseworker, {
        ...{ caseId, purpose: 'PUBLISH_CARD', givenOn: this.scene.today() },
        wording: 'Demo-wording: you may show what we need, and nobody will know who we are.',
      }),
    );
    const coordinator = await this.actors.as('coordinator');
    const [need] = await this.scene.rows<{ id: string }>(
      coordinator,
      'SELECT id FROM need WHERE case_id = $1 AND code = $2',
      [caseId, NEED],
    );
    const commandKey = this.scene.commandKey();
    await this.scene.act(coordinator, () =>
      this.scene.get(PublishCaseCardUseCase).execute({ needId: need?.id ?? '', commandKey }),
    );
  }
}
