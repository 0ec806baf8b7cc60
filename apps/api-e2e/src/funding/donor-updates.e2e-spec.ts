import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { CHANGED } from '../cases/case-helpers.js';
import { day } from '../needs/need-helpers.js';
import { importList, letOut, newBody, publicCard, write } from '../publication/text-helpers.js';
import { consentedNeed } from './card-helpers.js';
import { give, openFund } from './gift-helpers.js';

const UPDATES = '{ __typename ... on MyGiftsPage { updates { id codename month text } } }';
const STARTED = '{ __typename ... on Refused { reason } }';

describe('what a family lets donors know', () => {
  let gifts: GiftDesk;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    await openFund(gifts.desk, { isFreeFund: true });
  });
  afterAll(() => gifts.close());

  const consent = async (operation: 'giveConsent' | 'withdrawConsent', caseId: string) => {
    const asked = { caseId, purpose: 'DONOR_UPDATE' };
    const given = { ...asked, givenOn: day(gifts.desk, -1), wording: 'Demo-yes' };
    const caseworker = await gifts.desk.as('caseworker');
    const input = operation === 'giveConsent' ? given : asked;
    return caseworker.ask('mutation', operation, input, CHANGED);
  };
  const updatesOf = async (token: string) =>
    (await gifts.desk.anonymous.ask('query', 'myGifts', { token }, UPDATES)).updates;

  it('is read by those who gave for its need, once it has cooled, and by nobody else', async () => {
    const { desk } = gifts;
    const { caseId, needId } = await consentedNeed(gifts);
    const { cardId } = await publicCard(desk, needId);
    await consent('giveConsent', caseId);
    const { token } = await give(gifts, { caseCardId: cardId });
    const other = await give(gifts, { caseCardId: (await anotherCard()).cardId });
    const body = newBody();
    const { textId } = await write(desk, needId, { kind: 'UPDATE', body });
    expect(await updatesOf(token)).toEqual([]);
    await letOut(desk, textId);
    expect(await updatesOf(token)).toEqual([]);

    await desk.database.asOperator(
      'UPDATE public_text SET visible_from = visible_from - 14 WHERE id = $1',
      [textId],
    );
    expect(await updatesOf(token)).toEqual([
      { id: textId, codename: expect.any(String), month: day(desk).slice(0, 7), text: body },
    ]);
    expect(await updatesOf(other.token)).toEqual([]);

    const before = performance.now();
    await consent('withdrawConsent', caseId);
    expect(await updatesOf(token)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('takes no gift for a card that has not cooled', async () => {
    const { needId } = await consentedNeed(gifts);
    await importList(gifts.desk);
    const { textId } = await write(gifts.desk, needId);
    const { cardId } = await letOut(gifts.desk, textId);
    const gift = {
      ...{ organization: 'lantern', rhythm: 'ONCE', acceptsCardNotice: true },
      ...{ caseCardId: cardId, amount: { minorUnits: '1000', currency: 'EUR' } },
    };
    expect(await gifts.desk.anonymous.ask('mutation', 'startGift', gift, STARTED)).toMatchObject({
      reason: 'CARD_TAKES_NO_MORE',
    });
  });

  const anotherCard = async () => {
    const { needId } = await consentedNeed(gifts);
    return publicCard(gifts.desk, needId);
  };
});
