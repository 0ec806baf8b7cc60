import { err, ok, refused } from '@kinward/kernel';
import type { DomainError, Result } from '@kinward/kernel';

export const CHANNEL_TRUSTS = ['UNKNOWN', 'VERIFIED', 'DEGRADED', 'COMPROMISED'] as const;
export type ChannelTrust = (typeof CHANNEL_TRUSTS)[number];

/**
 * What moves the trust in a contact channel. The four blows to a household member come first; then
 * what a caseworker finds out; then a new channel and the start of a transition.
 */
export const CHANNEL_EVENTS = [
  'RELEASE',
  'ARREST',
  'SEARCH',
  'INTERROGATION',
  'DOUBT_RECORDED',
  'COMPROMISE_CONFIRMED',
  'HANDSHAKE_PASSED',
  'CHANNEL_REPLACED',
  'TRANSITION_STARTED',
] as const;
export type ChannelEvent = (typeof CHANNEL_EVENTS)[number];

type Column = Readonly<Record<ChannelTrust, ChannelTrust | null>>;

const blow: Column = {
  UNKNOWN: 'UNKNOWN',
  VERIFIED: 'DEGRADED',
  DEGRADED: 'DEGRADED',
  COMPROMISED: 'COMPROMISED',
};
const always = (trust: ChannelTrust): Column => ({
  UNKNOWN: trust,
  VERIFIED: trust,
  DEGRADED: trust,
  COMPROMISED: trust,
});

/**
 * domain.md C2, "Contact-channel trust". A compromised channel stays so whatever happens to the
 * case: only a new channel begins again at UNKNOWN, or a turned phone could be talked back to trust.
 */
const TRUST_AFTER: Readonly<Record<ChannelEvent, Column>> = {
  RELEASE: blow,
  ARREST: blow,
  SEARCH: blow,
  INTERROGATION: blow,
  DOUBT_RECORDED: blow,
  COMPROMISE_CONFIRMED: always('COMPROMISED'),
  HANDSHAKE_PASSED: { ...always('VERIFIED'), COMPROMISED: null },
  CHANNEL_REPLACED: always('UNKNOWN'),
  TRANSITION_STARTED: { ...always('UNKNOWN'), COMPROMISED: 'COMPROMISED' },
};

/** The trust after an event, or `REFUSED CHANNEL_COMPROMISED` for a handshake over a lost channel. */
export function trustAfter(
  trust: ChannelTrust,
  event: ChannelEvent,
): Result<ChannelTrust, DomainError> {
  const next = TRUST_AFTER[event][trust];
  return next === null ? err(refused('CHANNEL_COMPROMISED')) : ok(next);
}

/** Only a verified channel carries more than a neutral handshake. */
export function mayReceiveMoreThanHandshake(trust: ChannelTrust): boolean {
  return trust === 'VERIFIED';
}

/** A compromised channel receives nothing at all, not even the neutral handshake. */
export function mayReceiveHandshake(trust: ChannelTrust): boolean {
  return trust !== 'COMPROMISED';
}
