import { defineReasonTexts } from '@kinward/platform';
import type { FundRuleCode } from '../domain/explain-fund-rules.js';

defineReasonTexts({
  CODE_TAKEN: 'This code is in use. Choose another one.',
  FREE_FUND_EXISTS: 'There is a free fund already, and only one is possible.',
  FREE_FUND_IS_PUBLIC: 'The free fund takes public gifts: choose the kind PUBLIC.',
  FREE_FUND_STAYS: 'The free fund takes what has no other place and cannot be closed.',
  FUND_NOT_EMPTY: 'The fund still holds money or promises. Use, free or move it first.',
  NOT_A_GRANT_FUND: 'A grant needs a fund of the kind GRANT. Open one, then record the grant.',
  NOT_A_FOUNDATION_MANAGER: 'This person is not a foundation manager. Name somebody who is.',
  LINES_ABOVE_GRANT: 'The lines add up to more than the grant. Lower one of them.',
  MORE_THAN_GRANTED:
    'With this the instalments exceed the grant. Check the amount, or record another grant.',
  ALREADY_BOOKED: 'An instalment with this bank reference is booked already.',
  MORE_THAN_GIVEN: 'This is more than is left of the gift. Choose a smaller amount.',
  CARD_NOTICE_NOT_ACCEPTED:
    'Please read first from which countries no cards are taken, then confirm it.',
  CARD_GIFTS_OFF: 'This organisation takes no gifts by card here at present.',
  CARD_TAKES_NO_MORE: 'This need has found its money. Choose another one, or a fund.',
  MONTHLY_TO_A_FUND_ONLY:
    'A monthly gift goes to a fund, because a single need ends. Choose a fund.',
  PROVIDER_AWAY: 'The payment page does not answer. Nothing was taken; try again in a few minutes.',
  TOO_MANY_GIFTS_OF_ADDRESS:
    'With this address too many gifts were begun. Finish one of them, or try again in ten minutes.',
  TOO_MANY_GIFTS:
    'Very many gifts are being begun just now. Nothing was taken; please try again in ten minutes.',
  NOT_BEGUN_YET: 'This monthly gift has not begun yet. Finish the payment page first.',
});

defineReasonTexts<FundRuleCode>({
  FUND_NOT_OPEN: 'The fund is suspended or closed. Choose another one.',
  FUND_NOT_YET_OPEN: 'The fund opens later. Wait, or choose another one.',
  FUND_LAPSED: 'The fund has lapsed. Choose another one.',
  EARMARKED_FOR_ANOTHER_NEED: 'This money was given for another need and serves that need alone.',
  CODE_EXCLUDED: 'The funder excludes this kind of need. Choose another fund.',
  CODE_NOT_COVERED: 'The fund is for other kinds of need. Choose another fund.',
  REGION_NOT_COVERED: 'The fund is for families in another place. Choose another fund.',
  CHANNEL_NOT_COVERED: 'The fund does not pay for aid on this way. Choose another fund or channel.',
  ABOVE_FUND_CEILING: 'The need costs more than the fund may give for one need.',
});
