import { Injectable } from '@nestjs/common';
import { EvidenceKeepingUseCase } from '@kinward/disbursements';
import { DemoActors } from './demo-actors.js';
import type { DemoDesk } from './demo-desk.seeder.js';
import { DemoScene } from './demo-scene.js';

/** Neither of them pays, so neither opens what the other one paid for. */
const KEEPERS = ['coordinator-two', 'auditor'];

/** Appoints the two who keep full documents together (domain.md C4, E4). */
@Injectable()
export class DemoEvidenceSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
  ) {}

  async appointKeepers(desk: DemoDesk): Promise<void> {
    const officer = await this.actors.as('security-officer');
    for (const key of KEEPERS) {
      const personId = desk.people.get(key) ?? '';
      await this.scene.act(officer, () =>
        this.scene.get(EvidenceKeepingUseCase).appoint(officer, personId),
      );
    }
  }
}
