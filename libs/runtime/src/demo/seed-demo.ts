import type { INestApplicationContext } from '@nestjs/common';
import { markDemoFinished, markDemoStarted, readDemoProgress } from './demo-progress.js';
import { DemoAidSeeder } from './demo-aid.seeder.js';
import { DemoCasesSeeder } from './demo-cases.seeder.js';
import { DemoDeskSeeder } from './demo-desk.seeder.js';

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
  const desk = await context.get(DemoDeskSeeder, { strict: false }).seed();
  await context.get(DemoCasesSeeder, { strict: false }).seed(desk);
  await context.get(DemoAidSeeder, { strict: false }).seed(desk);
  await markDemoFinished(adminUrl);
  return true;
}
