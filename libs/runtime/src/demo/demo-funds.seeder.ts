import { Injectable } from '@nestjs/common';
import {
  AdvanceGrantUseCase,
  BookGrantInstalmentUseCase,
  OpenFundUseCase,
  RecordGrantUseCase,
} from '@kinward/funding';
import type { Actor } from '@kinward/platform';
import { DemoActors } from './demo-actors.js';
import type { DemoDesk } from './demo-desk.seeder.js';
import { DEMO_FUNDS, type DemoFund } from './demo-funds.js';
import { DemoScene } from './demo-scene.js';

/** Opens the demonstration's funds, and signs and books its grants. */
@Injectable()
export class DemoFundsSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
  ) {}

  /** The ones that donors give to. */
  seedPublic(desk: DemoDesk): Promise<void> {
    return this.open(desk, ({ grant }) => grant === null);
  }

  seedGrants(desk: DemoDesk): Promise<void> {
    return this.open(desk, ({ grant }) => grant !== null);
  }

  private async open(desk: DemoDesk, isDue: (fund: DemoFund) => boolean): Promise<void> {
    const finance = await this.actors.as('finance-officer');
    const managerId = desk.people.get('foundation-manager') ?? '';
    for (const fund of DEMO_FUNDS.filter(isDue)) await this.openFund(finance, fund, managerId);
  }

  private async openFund(finance: Actor, fund: DemoFund, managerId: string): Promise<void> {
    const { code, name, kind, rules, lapsesInDays, floor, isPublic, isFreeFund, grant } = fund;
    const lapsesOn = lapsesInDays === null ? null : this.scene.day(lapsesInDays);
    const { fundId } = await this.scene.act(finance, () =>
      this.scene.get(OpenFundUseCase).execute(finance, {
        ...{ code, name, kind, rules, lapsesOn, isPublic, isFreeFund },
        publicNames: Object.entries(fund.publicNames ?? {}).map(([language, name]) => ({
          language,
          name,
        })),
        opensOn: this.scene.today(),
        floorMinor: floor,
      }),
    );
    if (grant === null || lapsesOn === null) return;
    const amount = { minorUnits: grant.minorUnits, currency: 'EUR' };
    const { grantId } = await this.scene.act(finance, () =>
      this.scene.get(RecordGrantUseCase).execute(finance, {
        ...{ code: grant.code, name, fundId, amount, lapsesOn, endsOn: lapsesOn },
        lines: grant.lines,
        startsOn: this.scene.today(),
        managerId: grant.isManaged ? managerId : null,
      }),
    );
    let version = 1;
    for (const step of ['SIGN', 'OPEN']) {
      const advanced = await this.scene.act(finance, () =>
        this.scene.get(AdvanceGrantUseCase).execute(finance, { grantId, version, step }),
      );
      version = advanced.version;
    }
    await this.scene.act(finance, () =>
      this.scene.get(BookGrantInstalmentUseCase).execute(finance, {
        ...{ grantId, amount, bankReference: `${grant.code}/1` },
        commandKey: this.scene.commandKey(),
        receivedOn: this.scene.today(),
      }),
    );
  }
}
