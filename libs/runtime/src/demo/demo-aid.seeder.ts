import { Inject, Injectable } from '@nestjs/common';
import { ReserveForNeedUseCase } from '@kinward/disbursements';
import {
  ApproveNeedUseCase,
  AssessNeedUseCase,
  DecideNeedUseCase,
  RecordNeedUseCase,
  ScreenNeedUseCase,
} from '@kinward/needs';
import { APP_CONFIG, type Actor, type AppConfig } from '@kinward/platform';
import { DemoActors } from './demo-actors.js';
import { DEMO_NEEDS } from './demo-aid.js';
import { DEMO_CAMP_FAMILIES, DEMO_CAMP_NEEDS } from './demo-camp.js';
import { DEMO_FAMILIES } from './demo-families.js';
import { DEMO_NEED_STEPS, type DemoNeed } from './demo-need.js';
import { DemoPayoutsSeeder } from './demo-payouts.seeder.js';
import { DemoScene } from './demo-scene.js';
import { inParallel } from './in-parallel.js';

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

/** Brings the demonstration's needs as far as its stories tell. */
@Injectable()
export class DemoAidSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly payouts: DemoPayoutsSeeder,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** @param toldDaysAgo needs of that day; left out, those of the present */
  seed(toldDaysAgo?: number): Promise<void> {
    return this.tellAll(DEMO_NEEDS.filter((need) => need.toldDaysAgo === toldDaysAgo));
  }

  /** The camp that G-CHILD paid for. */
  seedCamp(): Promise<void> {
    return this.tellAll(DEMO_CAMP_NEEDS);
  }

  private async tellAll(all: readonly DemoNeed[]): Promise<void> {
    const coordinator = await this.actors.as('coordinator');
    const rows = await this.scene.rows<{ code: string; id: string }>(
      coordinator,
      'SELECT code, id FROM fund',
    );
    const funds = new Map(rows.map(({ code, id }) => [code, id]));
    const cases = await this.scene.caseIds(coordinator);
    const families = [...new Set(all.map(({ codename }) => codename))];
    await inParallel(families, async (codename) => {
      const needs = all.filter((need) => need.codename === codename);
      for (const need of needs) await this.tell(need, cases.get(codename) ?? '', funds);
    });
  }

  private async tell(
    need: DemoNeed,
    caseId: string,
    funds: ReadonlyMap<string, string>,
  ): Promise<void> {
    const known = [...DEMO_FAMILIES, ...DEMO_CAMP_FAMILIES];
    const family = known.find((one) => one.codename === need.codename);
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

  private fundOf({ fund = '', giftFund = fund }: DemoNeed): string {
    return (this.config.stripe?.local ?? null) === null ? fund : giftFund;
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
    const signed = await this.ifDue(need, 'APPROVED', assessed, approve(assessed));
    const approved = need.isSignedByTwo === true ? await this.signSecond(signed) : signed;
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
          fundId: funds.get(this.fundOf(need)) ?? '',
          amount: { minorUnits: need.minorUnits, currency: 'EUR' },
        }),
      );
      await this.payouts.tell(need, reservationId, caseworker);
    }
  }

  private async signSecond(need: NeedOnItsWay): Promise<NeedOnItsWay> {
    const second = await this.actors.as('coordinator-two');
    return this.scene.act(second, () => this.scene.get(ApproveNeedUseCase).execute(second, need));
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
