import { defineReasonTexts } from '@kinward/platform';
import type { DisbursementGuard } from '../domain/disbursement-guards.js';
import type { HardBlock } from '@kinward/jurisdictions';

/** Hard blocks say what to do instead: nobody can lift them (domain.md C4). */
defineReasonTexts<HardBlock>({
  FOREIGN_BANK_TO_INCOUNTRY:
    'A transfer from a foreign bank into the country endangers the family, and nobody can allow it. Use the partner route, or pay a relative or a vendor abroad.',
  ONLINE_SHOP_TO_INCOUNTRY_ADDRESS:
    'An order from an online shop to an address in the country links the family to us, and nobody can allow it. Use the partner route, or let a relative buy it.',
  MONEY_TO_LISTED_PERSON:
    'This person is on a list of the state: money to them can bring a new sentence, and nobody can allow it. Help the family instead, or send a parcel through a relative after security has looked at it.',
});

defineReasonTexts<DisbursementGuard>({
  NEED_NOT_FUNDED: 'The need does not have all its money yet. Reserve what is missing first.',
  CASE_NOT_LIVE:
    'The case is closed, paused or in quarantine. Nothing goes out until the family or security says so.',
  COHORT_FROZEN: 'Security has frozen payouts of this kind. Ask the security officer.',
  WARNINGS_NOT_ACKNOWLEDGED:
    'Something looks like a second payout. Read the warnings and confirm that you looked into them.',
  REASON_REQUIRED: 'Please choose a reason from the list.',
  OVERRIDE_REASON_REQUIRED:
    'The rules block this way. To let it pass, say why, with a reason from the list.',
  INTEREST_NOT_DECLARED: 'First say whether you have an interest of your own in this payout.',
  CONFLICT_OF_INTEREST: 'You have an interest in this payout, so somebody else must sign it.',
  SELF_CLEARANCE: 'Whoever wrote a payout does not clear it. Ask another security officer.',
  SELF_APPROVAL: 'Whoever wrote it does not decide on it. Ask another coordinator.',
  ALL_APPROVALS_REQUIRED: 'Not everybody who must approve has signed this version.',
  SELF_SETTLEMENT:
    'You work on this case, or you wrote, sent or delivered this payout. Another security officer settles the dispute.',
  SELF_RELEASE:
    'Maker, approvers and releaser are different people. Somebody else must release it.',
  WAY_LESS_SAFE_NOW:
    'This way has become less safe since it was cleared. Change the payout and hand it in again.',
  NOTHING_TRAVELS: 'A transfer is not carried by anybody. Mark it as delivered, or as failed.',
  NOTHING_DELIVERED: 'No part of it has arrived.',
  EVIDENCE_TOO_WEAK: 'The proof that this need asks for is not there yet.',
  REFERENCE_REQUIRED: 'Name the line of the bank statement or the cash count.',
  ALREADY_RESENT: 'This payout was sent again already.',
});

/** Refusals of the use cases. */
type DisbursementReason =
  | 'ALREADY_SIGNED_BY_YOU'
  | 'FUND_FLOOR'
  | 'FUND_PERIOD_CEILING'
  | 'INSTRUCTION_NOT_SHARED_WITH_YOU'
  | 'KEEPER_NOT_ACTIVE'
  | 'MORE_THAN_OUTSTANDING'
  | 'NOBODY_CAN_OPEN_IT'
  | 'NO_SUCH_WAY'
  | 'NO_WORD_LEFT'
  | 'ONLY_THE_FAMILY_CONFIRMS'
  | 'RAIL_LIMIT_REACHED'
  | 'RESERVATION_GONE'
  | 'RESERVATION_IN_USE'
  | 'SHEET_NOT_SHARED_WITH_YOU'
  | 'TWO_KEEPERS_REQUIRED'
  | 'WAY_NOT_FOR_THIS_NEED';

defineReasonTexts<DisbursementReason>({
  ALREADY_SIGNED_BY_YOU: 'You have signed already; the other signature must be another person’s.',
  FUND_FLOOR: 'A part of this fund must stay in it. Choose a smaller amount or another fund.',
  FUND_PERIOD_CEILING: 'The funder’s limit for this month is reached. Choose another fund or wait.',
  INSTRUCTION_NOT_SHARED_WITH_YOU:
    'You cannot open the payment instruction. Ask its maker to change the payout, so that it is sealed to you, too.',
  KEEPER_NOT_ACTIVE: 'Only people past probation can keep evidence.',
  MORE_THAN_OUTSTANDING: 'This is more than is still on its way, or not all of it.',
  NOBODY_CAN_OPEN_IT:
    'Nobody else with certified keys could open this paper. Ask an administrator for the missing role.',
  NO_SUCH_WAY: 'Aid does not reach this recipient in this way. Choose another way.',
  NO_WORD_LEFT: 'No free word was found. Please try again.',
  ONLY_THE_FAMILY_CONFIRMS:
    'This proof is the family’s own word. Give them a word to confirm with.',
  RAIL_LIMIT_REACHED:
    'This merchant, card or account would link too many families. Use another one, or another way.',
  RESERVATION_GONE: 'The money is no longer set aside. Reserve it again first.',
  RESERVATION_IN_USE: 'A payout still draws on this money. Cancel the payout first.',
  SHEET_NOT_SHARED_WITH_YOU:
    'You cannot open the decision sheet, and nobody approves blind. Ask its maker to change the payout, so that it is sealed to you, too.',
  TWO_KEEPERS_REQUIRED:
    'A full document needs two evidence keepers besides you. Ask the security officer to appoint them.',
  WAY_NOT_FOR_THIS_NEED: 'This kind of need is not helped in this way. Choose a way from its list.',
});

type SampleReason = 'NOTHING_TO_DRAW' | 'PERIOD_NOT_OVER';

defineReasonTexts<SampleReason>({
  NOTHING_TO_DRAW: 'No payment was released in this period.',
  PERIOD_NOT_OVER: 'This period is not over: payments may still be added. End it yesterday.',
});
