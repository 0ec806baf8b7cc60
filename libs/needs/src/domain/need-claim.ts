import {
  err,
  invalidInput,
  ok,
  readMoney,
  type DomainError,
  type MoneyText,
  type Result,
} from '@kinward/kernel';
import type { NeedType } from '@kinward/jurisdictions';
import { checkNeedDay, type CalendarDay } from './day.js';
import { checkNote, NOTE_LENGTH, VENDOR_LENGTH } from './need-text.js';
import { checkReached, type PeopleReached, type ReachedClaim } from './people-reached.js';
import { checkTriageFacts } from './triage-facts.js';
import type { TriageFacts } from './triage-score.js';

/** What a caseworker writes about a need, as it comes from outside. */
export interface NeedClaim {
  readonly code: string;
  /** Null where the price is open yet, or where the need costs nothing. */
  readonly amount?: MoneyText | null;
  readonly dueDay?: string | null;
  readonly channelClass?: string | null;
  readonly note?: string | null;
  readonly vendor?: string | null;
  readonly reach: readonly ReachedClaim[];
  readonly facts?: TriageFacts | null;
}

/** The same, checked. */
export interface CheckedNeed {
  readonly type: NeedType;
  readonly amountMinor: bigint;
  readonly dueDay: CalendarDay | null;
  readonly channelClass: string | null;
  readonly reach: PeopleReached;
  readonly story: {
    readonly note: string | null;
    readonly vendor: string | null;
    readonly facts: TriageFacts | null;
  };
}

/** Checks a claim against the needs of the pack. INVALID_INPUT names the field. */
export function checkNeedClaim(
  claim: NeedClaim,
  types: readonly NeedType[],
): Result<CheckedNeed, DomainError> {
  const type = types.find((each) => each.code === claim.code);
  if (type === undefined) return err(invalidInput('code', 'UNKNOWN_CODE'));
  const amount = checkAmount(claim.amount ?? null);
  if (!amount.ok) return amount;
  const dueDay = claim.dueDay == null ? ok(null) : checkNeedDay('dueDay', claim.dueDay);
  if (!dueDay.ok) return dueDay;
  const channelClass = checkChannel(claim.channelClass ?? null, type);
  if (!channelClass.ok) return channelClass;
  const reach = checkReached(claim.reach);
  if (!reach.ok) return reach;
  const story = checkStory(claim);
  if (!story.ok) return story;
  return ok({
    type,
    amountMinor: amount.value,
    dueDay: dueDay.value,
    channelClass: channelClass.value,
    reach: reach.value,
    story: story.value,
  });
}

function checkStory(claim: NeedClaim): Result<CheckedNeed['story'], DomainError> {
  const note = checkNote('note', claim.note, NOTE_LENGTH);
  if (!note.ok) return note;
  const vendor = checkNote('vendor', claim.vendor, VENDOR_LENGTH);
  if (!vendor.ok) return vendor;
  const facts = claim.facts == null ? ok(null) : checkTriageFacts(claim.facts);
  if (!facts.ok) return facts;
  return ok({ note: note.value, vendor: vendor.value, facts: facts.value });
}

function checkAmount(amount: MoneyText | null): Result<bigint, DomainError> {
  if (amount === null) return ok(0n);
  const money = readMoney('amount', amount);
  return money.ok ? ok(money.value.minorUnits) : money;
}

/** A wish for a way that does not suit the kind of need is refused at once; clearance comes with the assessment. */
export function checkChannel(
  channelClass: string | null,
  type: NeedType,
): Result<string | null, DomainError> {
  if (channelClass === null || type.channels.includes(channelClass)) return ok(channelClass);
  return err(invalidInput('channelClass', 'DOES_NOT_SUIT_NEED'));
}
