import { Injectable } from '@nestjs/common';
import {
  AcknowledgeCallOutUseCase,
  CloseCallOutUseCase,
  DispatchCallOutUseCase,
  HandOverCallOutUseCase,
  RaiseCallOutUseCase,
  SignCallOutUseCase,
  TriageCallOutUseCase,
  WorkOnCallOutUseCase,
} from '@kinward/callouts';
import { FundAccess } from '@kinward/funding';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { callOutClocks } from '../jobs/call-out-clocks.job.js';
import { DemoActors } from './demo-actors.js';
import {
  CALL_OUT_PAYOUT,
  DEMO_CALL_OUTS,
  type DemoCallOut,
  type DemoCallOutStep,
} from './demo-call-outs.js';
import type { DemoDesk } from './demo-desk.seeder.js';
import { DemoPayoutsSeeder } from './demo-payouts.seeder.js';
import { DemoScene } from './demo-scene.js';
import { DemoTasksSeeder } from './demo-tasks.seeder.js';
import { DemoTimeline } from './demo-timeline.js';
import { DemoWorker } from './demo-worker.js';

/** A call-out that was raised; whether its dispatch has set money aside. */
interface Raised {
  readonly callOutId: string;
  readonly hasMoney: boolean;
}

/** A need of a call-out and what is set aside for it, as the database has them. */
interface FundedNeed {
  readonly reservationId: string;
  /** Cents, as a decimal string. */
  readonly minorUnits: string;
}

/** Raises the demonstration's alarms, and answers them as far as its stories tell. */
@Injectable()
export class DemoCallOutsSeeder {
  private readonly raised = new Map<DemoCallOut, Raised>();

  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly timeline: DemoTimeline,
    private readonly worker: DemoWorker,
    private readonly tasks: DemoTasksSeeder,
    private readonly payouts: DemoPayoutsSeeder,
  ) {}

  /** What happens on one of the days, and in the hours after it; nothing else may be told at that time. */
  async tell(desk: DemoDesk, daysAgo: number): Promise<void> {
    for (const callOut of DEMO_CALL_OUTS) {
      const chapters = callOut.chapters.filter((chapter) => chapter.daysAgo === daysAgo);
      for (const step of chapters.flatMap(({ steps }) => steps)) {
        this.timeline.pass(step.after);
        await this.take(callOut, step, desk);
      }
    }
  }

  private async take(callOut: DemoCallOut, step: DemoCallOutStep, desk: DemoDesk): Promise<void> {
    if (step.act === 'LET_TIME_ACT') {
      await this.worker.run(callOutClocks);
      return;
    }
    const actor = await this.actors.as(step.by);
    if (step.act === 'RAISE') return this.raise(actor, callOut);
    const { callOutId, hasMoney } = this.raisedOf(callOut);
    switch (step.act) {
      case 'DISPATCH':
        return this.dispatch(actor, callOut);
      case 'DO_TASK':
        return this.doTask(step, callOutId);
      case 'PAY':
        return hasMoney ? this.pay(actor, callOutId, step.about) : undefined;
      case 'SIGN':
        // There is nothing to sign where there was no money.
        return hasMoney ? this.move(actor, step, callOutId, desk) : undefined;
      default:
        return this.move(actor, step, callOutId, desk);
    }
  }

  private async raise(actor: Actor, callOut: DemoCallOut): Promise<void> {
    const { triggerCode, words, codename } = callOut;
    const caseId = codename === null ? null : (await this.scene.caseIds(actor)).get(codename);
    const { callOutId } = await this.scene.act(actor, () =>
      this.scene.get(RaiseCallOutUseCase).execute(actor, {
        ...{ triggerCode, words, caseId: caseId ?? null },
      }),
    );
    this.raised.set(callOut, { callOutId, hasMoney: false });
  }

  /** Without donors the emergency fund is empty: then the protocol runs without its needs. */
  private async dispatch(actor: Actor, callOut: DemoCallOut): Promise<void> {
    const { callOutId } = this.raisedOf(callOut);
    const funds = await this.scene.act(actor, async () =>
      ok(await this.scene.get(FundAccess).open()),
    );
    const canPay = funds.some(
      ({ kind, leftMinor, floorMinor }) => kind === 'EMERGENCY' && leftMinor > floorMinor,
    );
    const commandKey = this.scene.commandKey();
    const { reservedMinor } = await this.scene.act(actor, () =>
      this.scene
        .get(DispatchCallOutUseCase)
        .execute(actor, { callOutId, commandKey, needs: canPay ? null : [] }),
    );
    this.raised.set(callOut, { callOutId, hasMoney: reservedMinor !== '0' });
  }

  private async doTask({ by, about }: DemoCallOutStep, callOutId: string): Promise<void> {
    const [task] = await this.scene.rows<{ id: string }>(
      await this.actors.as('coordinator'),
      'SELECT id FROM task WHERE call_out_id = $1 AND kind = $2',
      [callOutId, about],
    );
    await this.tasks.finish(task?.id ?? '', by);
  }

  private async pay(caseworker: Actor, callOutId: string, code: string): Promise<void> {
    const [need] = await this.scene.rows<FundedNeed>(
      caseworker,
      `SELECT r.id AS "reservationId", n.amount_minor AS "minorUnits"
       FROM need n JOIN fund_reservation r ON r.need_id = n.id WHERE n.call_out_id = $1 AND n.code = $2`,
      [callOutId, code],
    );
    if (need === undefined) throw new Error(`the demonstration has no money for ${code}`);
    const { channelClass, ...payout } = CALL_OUT_PAYOUT;
    const { reservationId, minorUnits } = need;
    const paid = { channelClass, minorUnits, payouts: [payout] };
    await this.payouts.tell(paid, reservationId, caseworker);
  }

  private async move(
    actor: Actor,
    step: DemoCallOutStep,
    callOutId: string,
    desk: DemoDesk,
  ): Promise<void> {
    await this.scene.act(actor, () => this.answer(actor, step, callOutId, desk));
  }

  private answer(
    actor: Actor,
    { act, about }: DemoCallOutStep,
    callOutId: string,
    desk: DemoDesk,
  ): Promise<Result<unknown, DomainError>> {
    const { scene } = this;
    const reference = { callOutId };
    switch (act) {
      case 'ACKNOWLEDGE':
        return scene.get(AcknowledgeCallOutUseCase).execute(actor, reference);
      case 'PROCEED':
      case 'FALSE_ALARM':
      case 'SUSPECTED_PROVOCATION':
        return scene.get(TriageCallOutUseCase).execute(actor, { callOutId, verdict: act });
      case 'BEGIN':
        return scene.get(WorkOnCallOutUseCase).begin(actor, reference);
      case 'STABILISE':
        return scene.get(WorkOnCallOutUseCase).stabilise(actor, reference);
      case 'SIGN':
        return scene.get(SignCallOutUseCase).execute(actor, reference);
      case 'OFFER': {
        const ownerId = desk.people.get(about) ?? '';
        return scene.get(HandOverCallOutUseCase).offer(actor, { callOutId, ownerId });
      }
      case 'ACCEPT':
        return scene.get(HandOverCallOutUseCase).accept(actor, reference);
      case 'CLOSE':
        return scene.get(CloseCallOutUseCase).execute(actor, { callOutId, outcome: about });
      default:
        throw new Error(`nobody answers a call-out with ${act}`);
    }
  }

  private raisedOf(callOut: DemoCallOut): Raised {
    const raised = this.raised.get(callOut);
    if (raised === undefined) throw new Error('a call-out is answered before it was raised');
    return raised;
  }
}
