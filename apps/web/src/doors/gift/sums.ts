import type { GiftStory } from './use-page';

/** How far money has come, what came furthest first. */
export const FAR = ['confirmed', 'delivered', 'spent', 'reserved', 'waiting'] as const;
export type Far = (typeof FAR)[number];

/** All of what has come so far, in minor units. */
export function sumOf(lines: GiftStory['spending']['lines'], far: Far): bigint {
  return lines.reduce((sum, line) => sum + BigInt(line[far].minorUnits), 0n);
}
