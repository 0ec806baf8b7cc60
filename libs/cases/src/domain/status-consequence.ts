import type { ChannelEvent } from './contact-channel-trust.js';
import { channelEventOf, type StatusEntry, type StatusMeaning } from './prisoner-status.js';

/**
 * What a new line of a history means for the family's channels (domain.md C2). A line that could not be confirmed
 * hides nothing: held, then unconfirmed, then free is a release all the same.
 */
export function channelEventAfter(
  history: readonly StatusEntry[],
  code: string,
  meanings: readonly StatusMeaning[],
): ChannelEvent | null {
  const unconfirmed = meanings
    .filter((meaning) => meaning.liberty === 'UNCONFIRMED')
    .map((meaning) => meaning.code);
  const last = history.at(-1)?.code ?? null;
  const confirmed = history.findLast((entry) => !unconfirmed.includes(entry.code))?.code ?? null;
  return channelEventOf(last, code, meanings) ?? channelEventOf(confirmed, code, meanings);
}
