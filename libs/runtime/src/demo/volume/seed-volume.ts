import type { INestApplicationContext } from '@nestjs/common';
import { DemoActors } from '../demo-actors.js';
import { VOLUME_BATCH, VolumeSeeder } from './volume.seeder.js';

export interface VolumeProgress {
  /** Families looked at so far, added or there already. */
  readonly done: number;
  readonly of: number;
}

/** Batches under way at once: while the database writes one, the keys and envelopes of the other are made. */
const LANES = 2;

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
  let next = 0;
  let done = 0;
  let added = 0;
  const lane = async (): Promise<void> => {
    while (next < cases) {
      const from = next;
      const to = Math.min(cases, from + VOLUME_BATCH);
      next = to;
      const made = await seeder.seedBatch(coordinator, from, to);
      added += made;
      done += to - from;
      onProgress({ done, of: cases });
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    await actors.signOut();
  }
  return added;
}
