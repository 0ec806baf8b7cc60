import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  dumpDatabase,
  findInDataDirectory,
  ledgerAsText,
  startGiftDesk,
  type GiftDesk,
} from '@kinward/testing';
import { CHANGED } from '../cases/case-helpers.js';
import {
  approve,
  key,
  must,
  release,
  reserve,
  submitted,
} from '../disbursements/disbursement-scene.js';
import { give, myGifts, openFund } from '../funding/gift-helpers.js';
import { aidedCase, day, needRow, waiting } from '../needs/need-helpers.js';
import { codenameOf, publicCard } from '../publication/text-helpers.js';

const OPTIONS = '{ caseCards { id codename needGroup amount { minorUnits } } }';
const WORD = '{ ... on ReceiptWordIssued { word } }';

/**
 * The main job with money: a stranger gives for a need that stands on a card without names, four people sign, the
 * money leaves once, the family says its word, and the donor reads what became of it.
 */
describe('from a gift to the family’s word', () => {
  let gifts: GiftDesk;

  beforeAll(async () => {
    gifts = await startGiftDesk();
  });
  afterAll(() => gifts.close());

  it('runs through the whole house, to the cent, and names nobody', async () => {
    const { desk } = gifts;
    await openFund(desk, { code: 'P-FREE', isFreeFund: true });

    // A family agrees to a card; its need waits for money.
    const caseId = await aidedCase(desk);
    const caseworker = await desk.as('caseworker');
    const consent = {
      caseId,
      purpose: 'PUBLISH_CARD',
      givenOn: day(desk, -1),
      wording: 'Demo-yes',
    };
    await caseworker.ask('mutation', 'giveConsent', consent, CHANGED);
    const { needId } = await waiting(desk, caseId);
    // One coordinator writes the card, another lets it out, two weeks after the need was approved.
    const card = await publicCard(desk, needId);

    // A stranger finds it, gives more than it asks for, and the rest goes where it is needed most.
    const options = await desk.anonymous.ask(
      'query',
      'giveOptions',
      { organization: 'lantern' },
      OPTIONS,
    );
    expect(options.caseCards).toEqual([
      {
        id: card.cardId,
        codename: await codenameOf(desk, card.cardId),
        needGroup: 'LIV',
        amount: { minorUnits: '40000' },
      },
    ]);
    const { token } = await give(gifts, {
      caseCardId: card.cardId,
      amount: { minorUnits: '50000', currency: 'EUR' },
      fallback: 'FREE_FUND',
    });
    const [fund] = await desk.database.asOperator<{ id: string }>(
      'SELECT fund_id AS id FROM case_card WHERE id = $1',
      [card.cardId],
    );

    // The coordinator sets the gift aside for its need; four people sign; the money leaves.
    const reserved = await reserve(desk, needId, fund?.id ?? '', 40_000);
    expect(reserved).toMatchObject({ __typename: 'ReservationChanged', needState: 'FUNDED' });
    const waitingPage = await myGifts(gifts, token);
    expect(waitingPage.gifts[0].parts).toEqual([
      { status: 'RESERVED', group: 'LIV', amount: { minorUnits: '40000' } },
      { status: 'WAITING', group: null, amount: { minorUnits: '9275' } },
    ]);
    const { disbursementId } = await submitted(desk, { reservationId: reserved.reservationId });
    await approve(desk, disbursementId);
    await release(desk, disbursementId);

    // It arrives; the family says the word it was given.
    const issued = await caseworker.ask('mutation', 'issueReceiptWord', { disbursementId }, WORD);
    const officer = await desk.as('finance-officer');
    await must(officer, 'markDelivered', { commandKey: key(), disbursementId });
    await must(caseworker, 'recordEvidence', {
      disbursementId,
      evidenceClass: 'E3',
      what: 'RECEIPT',
      document: 'RGVtby0x',
    });
    const word = { word: issued.word };
    await desk.anonymous.ask('mutation', 'confirmReceipt', word, '{ __typename }');
    expect(await needRow(desk, needId)).toMatchObject({ state: 'CONFIRMED' });

    // The donor reads what the gift did, and nothing about whom it helped.
    const page = await myGifts(gifts, token);
    expect(page.gifts[0].parts).toContainEqual({
      status: 'CONFIRMED',
      group: 'LIV',
      amount: { minorUnits: '40000' },
    });
    expect(JSON.stringify(page)).not.toContain(caseId);
    expect(await ledgerAsText(desk.database, 'lantern')).toMatchInlineSnapshot(`
     "account           debits  credits  debits pending  credits pending
     AID_IN_TRANSIT    400.00   400.00            0.00             0.00
     AID_PAYABLE       400.00   400.00            0.00             0.00
     BANK                0.00   400.00            0.00             0.00
     DONOR_RECEIVABLE    0.00     0.00            0.00             0.00
     FUND:1            500.00   500.00            0.00             0.00
     FUND:2              0.00    92.75            0.00             0.00
     STRIPE            500.00     7.25            0.00             0.00

         transfer           debit           credit          amount  note
     #1  GIFT               STRIPE          FUND:1          500.00  need 1
     #2  GIFT_FEE           FUND:1          STRIPE            7.25  need 1
     #3  FUND_TRANSFER      FUND:1          FUND:2           92.75  need 1
     #4  RESERVE (pending)  FUND:1          AID_PAYABLE     400.00  need 1
     #5  RELEASE (post)     FUND:1          AID_PAYABLE     400.00  of #4, need 1
     #6  PAYMENT            AID_IN_TRANSIT  BANK            400.00  need 1
     #7  DELIVERED          AID_PAYABLE     AID_IN_TRANSIT  400.00  need 1"
    `);

    // Whoever steals all of it finds no name.
    const texts = [
      'Demo-Member',
      'Demo-Prisoner',
      'Demo-Payee',
      'Demo-Account',
      'Demo-reason',
      'Demo-note',
    ];
    const { adminUrl, keyringAdminUrl } = desk.database.addresses;
    const stolen = [
      await dumpDatabase(adminUrl),
      await dumpDatabase(keyringAdminUrl),
      readFileSync(desk.logFile, 'utf8'),
      JSON.stringify(gifts.sandbox.control.calls()),
      JSON.stringify(gifts.sandbox.control.objects()),
    ].join('\n');
    expect(texts.filter((text) => stolen.includes(text))).toEqual([]);
    expect(await findInDataDirectory(adminUrl, texts)).toEqual([]);
  });
});
