import { Inject, Injectable } from '@nestjs/common';
import {
  DonorWishes,
  ForgetDonorUseCase,
  RefundGiftUseCase,
  StartGiftUseCase,
} from '@kinward/funding';
import { APP_CONFIG, type AppConfig } from '@kinward/platform';
import { giftJobs } from '../jobs/gift.jobs.js';
import { DemoActors } from './demo-actors.js';
import { DemoCardPage } from './demo-card-page.js';
import { DEMO_GIFTS, demoDonorEmail, type DemoAftermath, type DemoGift } from './demo-gifts.js';
import { DemoScene, must } from './demo-scene.js';
import { DemoTimeline } from './demo-timeline.js';
import { DemoWorker } from './demo-worker.js';

/** A gift that was begun. */
interface Begun {
  readonly token: string;
  readonly sessionId: string;
  dispute: string | null;
}

/** What the books know of it. */
interface BegunRow {
  readonly id: string;
  readonly chargeId?: string;
  readonly paymentMethodId?: string;
}

/** After which what the provider had not settled yet is looked at again. */
const LATER_MINUTES = 10;
const MOST_ROUNDS = 6;

/**
 * Lets the seven donors give, at the stand-in of the payment provider and over its own protocol; nothing where there is
 * none. What they do arrives as it does for anybody: listed events, the worker, the books.
 */
@Injectable()
export class DemoGiftsSeeder {
  private readonly begun = new Map<DemoGift, Begun>();

  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly timeline: DemoTimeline,
    private readonly worker: DemoWorker,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** What donors and their banks do on one of the days. */
  async seed(daysAgo: number): Promise<void> {
    const address = this.config.stripe?.local ?? null;
    if (address === null) return;
    const page = new DemoCardPage(address);
    await page.comeToPresent();
    for (const gift of DEMO_GIFTS) {
      if (gift.daysAgo === daysAgo) await this.begin(gift, page);
      for (const { what, daysAgo: day } of gift.aftermath) {
        if (day === daysAgo) await this.follow(what, gift, page);
      }
    }
    await this.settle();
  }

  private async begin(gift: DemoGift, page: DemoCardPage): Promise<void> {
    const { donor, rhythm, to, minorUnits, pays } = gift;
    const email = demoDonorEmail(donor);
    const started = must(
      await this.scene.get(StartGiftUseCase).execute(
        {
          ...{ organization: 'lantern', rhythm, email, locale: 'en', acceptsCardNotice: true },
          ...(to === 'CARD'
            ? { caseCardId: await this.cardId() }
            : { fundId: await this.fundId(to) }),
          fallback: 'FREE_FUND',
          amount: { minorUnits, currency: 'EUR' },
        },
        gift.token,
      ),
    );
    const sessionId = await page.pay(started.checkoutUrl, pays, email);
    this.begun.set(gift, { token: started.token, sessionId, dispute: null });
  }

  private async follow(what: DemoAftermath, gift: DemoGift, page: DemoCardPage): Promise<void> {
    const begun = this.begun.get(gift);
    if (begun === undefined) throw new Error('nothing can happen to a gift that was not begun');
    const { token, sessionId } = begun;
    const wishes = this.scene.get(DonorWishes);
    switch (what) {
      case 'REFUND':
        return this.refund(sessionId);
      case 'DISPUTE':
        begun.dispute = await page.dispute((await this.row('gift', sessionId)).chargeId ?? '');
        return;
      case 'LOSE_DISPUTE':
        return page.loseDispute(begun.dispute ?? '');
      case 'CARD_ENDS':
        return page.endCard((await this.row('pledge', sessionId)).paymentMethodId ?? '');
      case 'FORGET':
        must(await this.scene.get(ForgetDonorUseCase).execute(token));
        return;
      case 'PAUSE': {
        const { id: pledgeId } = await this.row('pledge', sessionId);
        must(await wishes.change({ token, pledgeId, change: 'PAUSE' }));
        return;
      }
      case 'STOP':
        must(await wishes.stop(token, (await this.row('pledge', sessionId)).id));
        return;
    }
  }

  private async refund(sessionId: string): Promise<void> {
    const officer = await this.actors.as('finance-officer');
    const { id: giftId } = await this.row('gift', sessionId);
    const commandKey = this.scene.commandKey();
    await this.scene.act(officer, () =>
      this.scene
        .get(RefundGiftUseCase)
        .execute(officer, { commandKey, giftId, reason: 'DONOR_ASKED' }),
    );
  }

  /** Everything that the provider has to tell arrives, and everything that follows is done. */
  private async settle(): Promise<void> {
    const { stripe } = this.config;
    if (stripe == null) return;
    const jobs = giftJobs(stripe);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      let done = 0;
      for (const job of jobs) done += await this.worker.run(job);
      if (done === 0 && !(await this.isWaiting())) return;
      if (done === 0) this.timeline.pass(LATER_MINUTES);
    }
    throw new Error('the gifts of the demonstration do not come to rest');
  }

  private async isWaiting(): Promise<boolean> {
    const officer = await this.actors.as('finance-officer');
    const sql = `SELECT FROM stripe_event WHERE state = 'RECEIVED' LIMIT 1`;
    return (await this.scene.rows(officer, sql)).length > 0;
  }

  private async row(table: 'gift' | 'pledge', sessionId: string): Promise<BegunRow> {
    const officer = await this.actors.as('finance-officer');
    const column =
      table === 'gift' ? 'charge_id AS "chargeId"' : 'payment_method_id AS "paymentMethodId"';
    const sql = `SELECT id, ${column} FROM ${table} WHERE session_id = $1`;
    const [row] = await this.scene.rows<BegunRow>(officer, sql, [sessionId]);
    if (row === undefined) throw new Error('a gift of the demonstration is not there');
    return row;
  }

  private async fundId(code: string): Promise<string> {
    const officer = await this.actors.as('finance-officer');
    const sql = 'SELECT id FROM fund WHERE code = $1';
    return (await this.scene.rows<{ id: string }>(officer, sql, [code]))[0]?.id ?? '';
  }

  private async cardId(): Promise<string> {
    const officer = await this.actors.as('finance-officer');
    const sql = `SELECT id FROM case_card WHERE state = 'PUBLISHED'`;
    return (await this.scene.rows<{ id: string }>(officer, sql))[0]?.id ?? '';
  }
}
