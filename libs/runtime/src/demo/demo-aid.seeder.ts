import { Injectable } from '@nestjs/common';
import { ReserveForNeedUseCase } from '@kinward/disbursements';
import {
  AdvanceGrantUseCase,
  BookGrantInstalmentUseCase,
  OpenFundUseCase,
  RecordGrantUseCase,
} from '@kinward/funding';
import {
  ApproveNeedUseCase,
  AssessNeedUseCase,
  DecideNeedUseCase,
  RecordNeedUseCase,
  ScreenNeedUseCase,
} from '@kinward/needs';
import type { Actor } from '@kinward/platform';
import { DemoActors } from './demo-actors.js';
import {
  DEMO_FUNDS,
  DEMO_NEED_STEPS,
  DEMO_NEEDS,
  type DemoFund,
  type DemoNeed,
} from './demo-aid.js';
import type { DemoDesk } from './demo-desk.seeder.js';
import { DEMO_FAMILIES } from './demo-families.js';
import { DemoPayoutsSeeder } from './demo-payouts.seeder.js';
import { DemoScene } from './demo-scene.js';

const NO_SIGNS = {
  minors: 0,
  singleCarer: false,
  disability: false,
  seriousIllness: false,
  age60Plus: false,
  pregnancy: false,
  bothParentsHeld: false,
  noOtherSupport: false,
};

/** A need on its way, as the last step left it. */
interface NeedOnItsWay {
  readonly needId: string;
  readonly version: number;
}

/** Opens the demonstration's funds and brings its needs as far as its stories tell. */
@Injectable()
export class DemoAidSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly payouts: DemoPayoutsSeeder,
  ) {}

  async seed(desk: DemoDesk): Promise<void> {
    const finance = await this.actors.as('finance-officer');
    const managerId = desk.people.get('foundation-manager') ?? '';
    const funds = new Map<string, string>();
    for (const fund of DEMO_FUNDS) {
      funds.set(fund.code, await this.openFund(finance, fund, managerId));
    }
    const cases = await this.scene.caseIds(await this.actors.as('coordinator'));
    for (const need of DEMO_NEEDS) await this.tell(need, cases.get(need.codename) ?? '', funds);
    await this.actors.signOut();
  }

  private async openFund(finance: Actor, fund: DemoFund, managerId: string): Promise<string> {
    const { code, name, kind, rules, lapsesInDays, floor, isPublic, isFreeFund, grant } = fund;
    const lapsesOn = lapsesInDays === null ? null : this.scene.day(lapsesInDays);
    const { fundId } = await this.scene.act(finance, () =>
      this.scene.get(OpenFundUseCase).execute(finance, {
        ...{ code, name, kind, rules, lapsesOn, isPublic, isFreeFund },
        opensOn: this.scene.day(-40),
        floorMinor: floor,
      }),
    );
    if (grant === null || lapsesOn === null) return fundId;
    const amount = { minorUnits: grant.minorUnits, currency: 'EUR' };
    const { grantId } = await this.scene.act(finance, () =>
      this.scene.get(RecordGrantUseCase).execute(finance, {
        ...{ code: grant.code, name, fundId, amount, lapsesOn, endsOn: lapsesOn, lines: [] },
        startsOn: this.scene.day(-40),
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
        receivedOn: this.scene.day(-30),
      }),
    );
    return fundId;
  }

  private async tell(
    need: DemoNeed,
    caseId: string,
    funds: ReadonlyMap<string, string>,
  ): Promise<void> {
    const family = DEMO_FAMILIES.find((one) => one.codename === need.codename);
    const caseworker = await this.actors.as(family?.caseworker ?? 'caseworker');
    const drafted = await this.record(caseworker, need, caseId);
    const screened = await this.ifDue(need, 'SUBMITTED', drafted, () =>
      this.scene.act(caseworker, () =>
        this.scene.get(ScreenNeedUseCase).execute(caseworker, { needId: drafted.needId }),
      ),
    );
    const assessed = await this.ifDue(need, 'ASSESSED', screened, () =>
      this.scene.act(caseworker, () =>
        this.scene.get(AssessNeedUseCase).execute(caseworker, {
          needId: drafted.needId,
          duplicateAnswer: need.until === 'COVERED' ? 'COVERED' : 'NONE_FOUND',
        }),
      ),
    );
    await this.decide(need, assessed, { funds, caseworker });
  }

  private async record(caseworker: Actor, need: DemoNeed, caseId: string): Promise<NeedOnItsWay> {
    const { code, channelClass, reach, minorUnits } = need;
    return this.scene.act(caseworker, () =>
      this.scene.get(RecordNeedUseCase).execute(caseworker, {
        ...{ caseId, code, channelClass, reach },
        amount: { minorUnits, currency: 'EUR' },
        dueDay: this.scene.day(need.dueInDays),
        note: 'Demo-note: what the family told us.',
        vendor: null,
        facts: NO_SIGNS,
      }),
    );
  }

  private async decide(
    need: DemoNeed,
    assessed: NeedOnItsWay,
    { funds, caseworker }: { funds: ReadonlyMap<string, string>; caseworker: Actor },
  ): Promise<void> {
    const coordinator = await this.actors.as('coordinator');
    const approve = (one: NeedOnItsWay) => () =>
      this.scene.act(coordinator, () =>
        this.scene.get(ApproveNeedUseCase).execute(coordinator, one),
      );
    if (need.until === 'HALF_SIGNED') {
      await approve(assessed)();
      return;
    }
    if (need.until === 'REJECTED') {
      await this.scene.act(coordinator, () =>
        this.scene
          .get(DecideNeedUseCase)
          .execute(coordinator, 'REJECT', { needId: assessed.needId, reason: 'NO_SAFE_CHANNEL' }),
      );
      return;
    }
    const approved = await this.ifDue(need, 'APPROVED', assessed, approve(assessed));
    if (need.until === 'WAITING_FUNDS') {
      await this.scene.act(coordinator, () =>
        this.scene
          .get(DecideNeedUseCase)
          .execute(coordinator, 'WAIT_FOR_FUNDS', { needId: approved.needId }),
      );
    }
    if (need.until === 'FUNDED') {
      const { reservationId } = await this.scene.act(coordinator, () =>
        this.scene.get(ReserveForNeedUseCase).execute(coordinator, {
          commandKey: this.scene.commandKey(),
          needId: approved.needId,
          fundId: funds.get(need.fund ?? '') ?? '',
          amount: { minorUnits: need.minorUnits, currency: 'EUR' },
        }),
      );
      await this.payouts.tell(need, reservationId, caseworker);
    }
  }

  /** Takes a step only where the need goes that far. */
  private async ifDue(
    need: DemoNeed,
    step: (typeof DEMO_NEED_STEPS)[number],
    before: NeedOnItsWay,
    take: () => Promise<NeedOnItsWay>,
  ): Promise<NeedOnItsWay> {
    // What leaves the way has been assessed.
    const goal = DEMO_NEED_STEPS.find((one) => one === need.until) ?? 'ASSESSED';
    const isDue = DEMO_NEED_STEPS.indexOf(step) <= DEMO_NEED_STEPS.indexOf(goal);
    return isDue ? take() : before;
  }
}
