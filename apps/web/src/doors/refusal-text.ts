import type { TFunction } from 'i18next';

/** A refusal as the server sends it. */
interface DoorRefusal {
  readonly reason?: string;
  readonly code?: string;
}

const KNOWN = [
  ...['CARD_GIFTS_OFF', 'CARD_TAKES_NO_MORE', 'PROVIDER_AWAY', 'TOO_MANY_GIFTS', 'NOT_BEGUN_YET'],
  ...['NOT_FOUND', 'WRONG_STATE', 'TOO_SMALL', 'TOO_LARGE'],
];

/** A sentence for a refusal that says what to do next. */
export function refusalText(t: TFunction, { reason, code }: DoorRefusal): string {
  const found = [reason, code].find((each) => each !== undefined && KNOWN.includes(each));
  return t(found === undefined ? 'doors:state.failed' : `doors:refused.${found}`);
}
