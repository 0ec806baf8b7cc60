import type { INestApplicationContext } from '@nestjs/common';
import { DemoActors } from '../demo-actors.js';
import { VOLUME_BATCH, VolumeSeeder } from './volume.seeder.js';

export interface VolumeProgress {
  /** Families looked at so far, added or there already. */
  readonly done: number;
  readonly of: number;
}

/**
 * Fills the demonstration's first organisation with invented families up to a number. Safe to stop and to repeat:
 * a batch is one transaction, and what is there is not made again.
 * @returns how many were added
 */
export async function seedVolume(
  context: INestApplicationContext,
  cases: number,
  onProgress: (progress: VolumeProgress) => void,
): Promise<number> {
  const seeder = context.get(VolumeSeeder, { strict: false });
  const actors = context.get(DemoActors, { strict: false });
  const coordinator = await actors.as('coordinator');
  let added = 0;
  try {
    for (let from = 0; from < cases; from += VOLUME_BATCH) {
      const to = Math.min(cases, from + VOLUME_BATCH);
      added += await seeder.seedBatch(coordinator, from, to);
      onProgress({ done: to, of: cases });
    }
  } finally {
    await actors.signOut();
  }
  return added;
}
