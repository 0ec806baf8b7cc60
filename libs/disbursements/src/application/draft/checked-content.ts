import {
  err,
  invalidInput,
  ok,
  readMoney,
  refused,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { CHANNEL_CLASSES, type ChannelClass } from '@kinward/jurisdictions';
import { RAIL_KINDS, normaliseRail } from '../../domain/rail-limit.js';
import { RECIPIENTS, type Recipient } from '../../domain/recipient.js';
import type { PaymentInstruction } from '../../domain/sealed-contents.js';
import { checkOptionalText, checkText, LINE_LENGTH, TEXT_LENGTH } from '../../domain/text-rules.js';
import type { Rail } from '../../infrastructure/rail.repository.js';
import type { DisbursementContent, RailInputValue } from './draft.command.js';

export interface CheckedContent {
  readonly amountMinor: bigint;
  readonly channelClass: ChannelClass;
  readonly recipient: Recipient;
  readonly reason: string;
  readonly quote: string;
  readonly instruction: PaymentInstruction;
  readonly counterparties: readonly Rail[];
  readonly acknowledged: readonly string[];
}

const MOST_RAILS = 10;

/** Checks what needs no look at the database. INVALID_INPUT naming the field; REFUSED `CONFLICT_OF_INTEREST`. */
export function checkContent(content: DisbursementContent): Result<CheckedContent, DomainError> {
  const amount = readMoney('amount', content.amount);
  if (!amount.ok) return amount;
  const channelClass = CHANNEL_CLASSES.find((code) => code === content.channelClass);
  if (channelClass === undefined) return err(invalidInput('channelClass', 'UNKNOWN_CODE'));
  const usual = channelClass === 'PARCEL_BY_RELATIVE' ? 'PERSON_HELD' : 'FAMILY';
  const recipient = RECIPIENTS.find((code) => code === (content.recipient ?? usual));
  if (recipient === undefined) return err(invalidInput('recipient', 'UNKNOWN_CODE'));
  const reason = checkText('sheet.reason', content.sheet.reason, TEXT_LENGTH);
  if (!reason.ok) return reason;
  const quote = checkText('sheet.quote', content.sheet.quote, TEXT_LENGTH);
  if (!quote.ok) return quote;
  const instruction = checkInstruction(content.instruction);
  if (!instruction.ok) return instruction;
  const counterparties = checkRails('counterparties', content.counterparties ?? []);
  if (!counterparties.ok) return counterparties;
  if (content.hasInterest) return err(refused('CONFLICT_OF_INTEREST'));
  return ok({
    amountMinor: amount.value.minorUnits,
    channelClass,
    recipient,
    reason: reason.value,
    quote: quote.value,
    instruction: instruction.value,
    counterparties: counterparties.value,
    acknowledged: content.acknowledgedWarnings ?? [],
  });
}

/** Identifiers of a payout. INVALID_INPUT with UNKNOWN_CODE, EMPTY, TOO_LONG or TOO_MANY. */
export function checkRails(
  field: string,
  rails: readonly RailInputValue[],
): Result<readonly Rail[], DomainError> {
  if (rails.length > MOST_RAILS) return err(invalidInput(field, 'TOO_MANY'));
  const checked: Rail[] = [];
  for (const [index, rail] of rails.entries()) {
    const kind = RAIL_KINDS.find((code) => code === rail.kind);
    if (kind === undefined)
      return err(invalidInput(`${field}.${String(index)}.kind`, 'UNKNOWN_CODE'));
    const where = `${field}.${String(index)}.value`;
    const value = checkText(where, rail.value, LINE_LENGTH);
    if (!value.ok) return value;
    if (normaliseRail(value.value) === '') return err(invalidInput(where, 'EMPTY'));
    checked.push({ kind, value: value.value });
  }
  return ok(checked);
}

function checkInstruction(
  given: DisbursementContent['instruction'],
): Result<PaymentInstruction, DomainError> {
  const payee = checkText('instruction.payee', given.payee, LINE_LENGTH);
  if (!payee.ok) return payee;
  const account = checkText('instruction.account', given.account, LINE_LENGTH);
  if (!account.ok) return account;
  const word = checkOptionalText('instruction.pickUpWord', given.pickUpWord, LINE_LENGTH);
  if (!word.ok) return word;
  const note = checkOptionalText('instruction.note', given.note, TEXT_LENGTH);
  if (!note.ok) return note;
  return ok({
    payee: payee.value,
    account: account.value,
    pickUpWord: word.value,
    note: note.value,
  });
}
