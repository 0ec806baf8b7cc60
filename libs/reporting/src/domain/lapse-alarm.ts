/** So many days before a grant lapses the alarm begins (domain.md B45). */
export const ALARM_DAYS = 60;

/** States in which money of a grant can still be spent. */
const SPENDABLE: readonly string[] = ['OPEN', 'CLOSING'];

/** What the alarm looks at; amounts in minor units. */
export interface LapseFacts {
  /** Of the grant, by its code (domain.md C6). */
  readonly state: string;
  /** Days until the grant lapses; below zero afterwards. */
  readonly daysLeft: number;
  /** Of what has come, not paid out yet. */
  readonly unspentMinor: bigint;
}

/** True for a grant that ends soon with money unspent. What has lapsed already has another name. */
export function isLapsing({ state, daysLeft, unspentMinor }: LapseFacts): boolean {
  const isSoon = daysLeft >= 0 && daysLeft <= ALARM_DAYS;
  return SPENDABLE.includes(state) && isSoon && unspentMinor > 0n;
}
