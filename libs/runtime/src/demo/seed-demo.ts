import type { INestApplicationContext } from '@nestjs/common';
import { DemoActors } from './demo-actors.js';
import { DemoAidSeeder } from './demo-aid.seeder.js';
import { CAMP_DAY, CAMP_FAMILIES_DAY } from './demo-camp.js';
import { DemoCallOutsSeeder } from './demo-call-outs.seeder.js';
import { DemoCardSeeder } from './demo-card.seeder.js';
import { DemoCasesSeeder } from './demo-cases.seeder.js';
import { DemoDeskSeeder, type DemoDesk } from './demo-desk.seeder.js';
import { DemoEndingsSeeder } from './demo-endings.seeder.js';
import { DemoEvidenceSeeder } from './demo-evidence.seeder.js';
import { DemoFundsSeeder } from './demo-funds.seeder.js';
import { EARLY_DAY } from './demo-former-families.js';
import { CARD_DAY } from './demo-gifts.js';
import { DemoGiftsSeeder } from './demo-gifts.seeder.js';
import { DemoIntakeSeeder } from './demo-intake.seeder.js';
import { DemoMailboxesSeeder } from './demo-mailboxes.seeder.js';
import { markDemoFinished, markDemoStarted, readDemoProgress } from './demo-progress.js';
import { CARD_NEEDS_DAY } from './demo-need.js';
import { DemoSurgeSeeder } from './demo-surge.seeder.js';
import { DemoTasksSeeder } from './demo-tasks.seeder.js';
import { DemoTotalsSeeder } from './demo-totals.seeder.js';
import { DemoTimeline, PRESENT } from './demo-timeline.js';
import { DemoVolunteersSeeder } from './demo-volunteers.seeder.js';
import { DemoWorker } from './demo-worker.js';
import { escalateComplaints } from '../jobs/escalate-complaints.job.js';
import { taskLeases } from '../jobs/task-leases.job.js';

/** Addresses of the database that the seeding needs besides the application's own. */
interface DemoAddresses {
  readonly adminUrl: string;
  readonly workerUrl: string;
}

/**
 * Seeds the demonstration once. An interrupted seeding is cleared and repeated at the next start.
 * @returns true when there was something to do
 */
export async function seedDemo(
  context: INestApplicationContext,
  { adminUrl, workerUrl }: DemoAddresses,
): Promise<boolean> {
  if ((await readDemoProgress(adminUrl)) === 'FINISHED') return false;
  await markDemoStarted(adminUrl);
  const desk = await context.get(DemoDeskSeeder, { strict: false }).seed();
  await tellDemo(context, desk, workerUrl);
  await markDemoFinished(adminUrl);
  return true;
}

/** What happens on one day, at the same time. */
type Step = readonly [daysAgo: number, ...tell: (() => Promise<unknown>)[]];

/**
 * What happens at a desk whose people are there, in its order, from a hundred days ago to the day of the seeding.
 * The application's clock must be one that can be moved, such as `DemoClock`.
 */
export async function tellDemo(
  context: INestApplicationContext,
  desk: DemoDesk,
  workerUrl: string,
): Promise<void> {
  const timeline = context.get(DemoTimeline, { strict: false });
  const worker = context.get(DemoWorker, { strict: false });
  worker.open(workerUrl);
  try {
    for (const [daysAgo, ...acts] of stepsOf(context, desk, worker)) {
      timeline.goTo(daysAgo);
      const told = await Promise.allSettled(acts.map((tell) => tell()));
      for (const each of told) if (each.status === 'rejected') throw each.reason;
    }
    await context.get(DemoActors, { strict: false }).signOut();
  } finally {
    timeline.goTo(0);
    await worker.close();
  }
}

function stepsOf(
  context: INestApplicationContext,
  desk: DemoDesk,
  worker: DemoWorker,
): readonly Step[] {
  const funds = context.get(DemoFundsSeeder, { strict: false });
  const gifts = context.get(DemoGiftsSeeder, { strict: false });
  const volunteers = context.get(DemoVolunteersSeeder, { strict: false });
  const intake = context.get(DemoIntakeSeeder, { strict: false });
  const tasks = context.get(DemoTasksSeeder, { strict: false });
  const aid = context.get(DemoAidSeeder, { strict: false });
  const cases = context.get(DemoCasesSeeder, { strict: false });
  const endings = context.get(DemoEndingsSeeder, { strict: false });
  const callOuts = context.get(DemoCallOutsSeeder, { strict: false });
  const mailboxes = context.get(DemoMailboxesSeeder, { strict: false });
  const card = context.get(DemoCardSeeder, { strict: false });
  const answer = (daysAgo: number) => () => callOuts.tell(desk, daysAgo);
  const give = (daysAgo: number) => () => gifts.seed(daysAgo);
  return [
    [EARLY_DAY, () => cases.seedFormer(desk, EARLY_DAY)],
    [100, () => funds.seedPublic(desk)],
    [100, give(100)],
    // What came first is used first: the godparent's page tells the same at every seeding.
    [90, give(90)],
    [80, give(80), () => volunteers.seedExperienced(desk), () => endings.erase(desk)],
    [60, () => cases.seedFormer(desk)],
    [40, give(40), () => funds.seedGrants(desk)],
    [CAMP_FAMILIES_DAY, () => cases.seedCamp(desk)],
    [CAMP_DAY, () => aid.seedCamp()],
    [32, give(32), () => volunteers.seedNewcomers(desk)],
    [20, give(20), () => cases.seed(desk, 20)],
    [20, answer(20)],
    [CARD_NEEDS_DAY, () => aid.seed(CARD_NEEDS_DAY)],
    [18, () => card.seed()],
    [15, () => card.seedUpdate()],
    [14, () => volunteers.endProbations(desk), () => intake.openInboxes(desk)],
    [14, () => endings.offer(desk)],
    [13, () => endings.accept()],
    [12, answer(12)],
    [12, () => context.get(DemoSurgeSeeder, { strict: false }).seed(desk)],
    [11, () => tasks.seedMissed(), () => endings.handOver()],
    [11, answer(11)],
    [11, () => mailboxes.issue()],
    [8, () => mailboxes.answer()],
    [3, () => mailboxes.ask()],
    [2, give(2), () => volunteers.stop(desk), () => cases.seed(desk, 2)],
    [2, answer(2)],
    [1, () => mailboxes.writeAgain()],
    [PRESENT, () => worker.run(escalateComplaints)],
    [PRESENT, () => cases.endFormer(), () => worker.run(taskLeases)],
    [PRESENT, () => cases.seed(desk)],
    [PRESENT, () => context.get(DemoEvidenceSeeder, { strict: false }).appointKeepers(desk)],
    [PRESENT, () => aid.seed()],
    [PRESENT, () => card.seedWaiting()],
    [PRESENT, answer(PRESENT)],
    [CARD_DAY, give(CARD_DAY), () => volunteers.seedTrust(desk)],
    [CARD_DAY, answer(CARD_DAY)],
    [0, () => intake.seed(), () => tasks.seed()],
    [0, () => context.get(DemoTotalsSeeder, { strict: false }).seed()],
    [0, answer(0)],
    [0, () => cases.seedInterruptions()],
  ];
}
