import type { INestApplicationContext } from '@nestjs/common';
import { markDemoFinished, markDemoStarted, readDemoProgress } from './demo-progress.js';
import { DemoAidSeeder } from './demo-aid.seeder.js';
import { DemoCasesSeeder } from './demo-cases.seeder.js';
import { DemoDeskSeeder, type DemoDesk } from './demo-desk.seeder.js';

/**
 * Seeds the demonstration once. An interrupted seeding is cleared and repeated at the next start.
 * @returns true when there was something to do
 */
export async function seedDemo(
  context: INestApplicationContext,
  adminUrl: string,
): Promise<boolean> {
  if ((await readDemoProgress(adminUrl)) === 'FINISHED') return false;
  await markDemoStarted(adminUrl);
  await tellDemo(context, await context.get(DemoDeskSeeder, { strict: false }).seed());
  await markDemoFinished(adminUrl);
  return true;
}

/** What happens at a desk whose people are there, in its order. */
export async function tellDemo(context: INestApplicationContext, desk: DemoDesk): Promise<void> {
  const cases = context.get(DemoCasesSeeder, { strict: false });
  await cases.seed(desk);
  await context.get(DemoAidSeeder, { strict: false }).seed(desk);
  await cases.seedInterruptions();
}
