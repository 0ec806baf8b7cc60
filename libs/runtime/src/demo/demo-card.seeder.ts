import { Injectable } from '@nestjs/common';
import { GiveConsentUseCase } from '@kinward/cases';
import {
  ImportPublicListUseCase,
  PublishPublicTextUseCase,
  WritePublicTextUseCase,
  type WritePublicTextCommand,
} from '@kinward/publication';
import { UnitOfWork } from '@kinward/platform';
import { DemoActors } from './demo-actors.js';
import { demoPublicList } from './demo-public-list.js';
import { DemoScene, must } from './demo-scene.js';

type Text = Pick<WritePublicTextCommand, 'kind' | 'facts' | 'body'>;

/** STORK agreed that the parcel may be shown to donors, under another codename (decision 18). */
const STORK = { codename: 'STORK-11', code: 'DET-PARCEL', caseworker: 'caseworker' } as const;
const STORK_CARD: Text = {
  kind: 'CARD',
  facts: { sex: 'M', children: 'ANY' },
  body: 'A father is held and his children wait at home. A parcel with warm things and food may be sent to him, and the family cannot pay for it this time.',
};
const STORK_UPDATE: Text = {
  kind: 'UPDATE',
  facts: {},
  body: 'Letters come again, a little more often than before. The family is grateful that somebody thinks of them, and asks to pass that on.',
};
/** SISKIN agreed as well; the card waits for somebody to write it. */
const SISKIN = { codename: 'SISKIN-24', code: 'LIV-RENT', caseworker: 'caseworker-two' } as const;
/** DIPPER's card is written and waits for a second person. */
const DIPPER = { codename: 'DIPPER-07', code: 'MED-CHRONIC', caseworker: 'caseworker' } as const;
const DIPPER_CARD: Text = {
  kind: 'CARD',
  facts: { sex: 'M', year: '2020-2022' },
  body: 'Somebody who looks after an ill relative from far away asks for help with medicine that is taken every day.',
};

/** Publishes the demonstration's case card as real people do: one writes, another lets it out, and it cools. */
@Injectable()
export class DemoCardSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The public list, and a card that is visible by the day of the seeding. */
  async seed(): Promise<void> {
    const { organizationId } = await this.actors.as('coordinator');
    const operator = { organizationId, personId: null };
    must(
      await this.unitOfWork.run(operator, () =>
        this.scene.get(ImportPublicListUseCase).execute(demoPublicList()),
      ),
    );
    await this.agree(STORK, 'PUBLISH_CARD', 'DONOR_UPDATE');
    await this.agree(SISKIN, 'PUBLISH_CARD');
    await this.publish(await this.write(STORK, STORK_CARD));
  }

  /** Some days later the family lets donors know something. */
  async seedUpdate(): Promise<void> {
    await this.publish(await this.write(STORK, STORK_UPDATE));
  }

  /** A text that a second person finds waiting. */
  async seedWaiting(): Promise<void> {
    await this.agree(DIPPER, 'PUBLISH_CARD');
    await this.write(DIPPER, DIPPER_CARD);
  }

  private async agree(
    { codename, caseworker: key }: { codename: string; caseworker: string },
    ...purposes: readonly string[]
  ): Promise<void> {
    const caseworker = await this.actors.as(key);
    const caseId = (await this.scene.caseIds(caseworker)).get(codename) ?? '';
    for (const purpose of purposes) {
      await this.scene.act(caseworker, () =>
        this.scene.get(GiveConsentUseCase).execute(caseworker, {
          ...{ caseId, purpose, givenOn: this.scene.today() },
          wording: 'Demo-wording: you may say what we need, and nobody will know who we are.',
        }),
      );
    }
  }

  private async write(need: { codename: string; code: string }, text: Text): Promise<string> {
    const coordinator = await this.actors.as('coordinator');
    const [row] = await this.scene.rows<{ id: string }>(
      coordinator,
      `SELECT n.id FROM need n JOIN case_file f ON f.id = n.case_id WHERE f.codename = $1 AND n.code = $2`,
      [need.codename, need.code],
    );
    const command = { ...text, needId: row?.id ?? '', propose: true };
    const { textId } = await this.scene.act(coordinator, () =>
      this.scene
        .get(WritePublicTextUseCase)
        .execute(coordinator, { ...command, commandKey: this.scene.commandKey() }),
    );
    return textId;
  }

  private async publish(textId: string): Promise<void> {
    const second = await this.actors.as('coordinator-two');
    const command = { textId, version: 1, hasInterest: false };
    await this.scene.act(second, () =>
      this.scene
        .get(PublishPublicTextUseCase)
        .execute(second, { ...command, commandKey: this.scene.commandKey() }),
    );
  }
}
