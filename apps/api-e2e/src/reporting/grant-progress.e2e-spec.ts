import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { aidedCase, cents, waiting } from '../needs/need-helpers.js';
import { PlantedBooks } from './planted-books.js';

const MONEY = '{ minorUnits }';
const PROGRESS = `{ code spendable ${MONEY} spent ${MONEY} reserved ${MONEY} left ${MONEY} peopleReached
  burn { daysGone days daysLeft perMonth ${MONEY} neededPerMonth ${MONEY} usedUpOn wouldLapse ${MONEY} }
  lines { group codes ceiling ${MONEY} spent ${MONEY} reserved ${MONEY} left ${MONEY} peopleTarget peopleReached
    needsTarget needsMet }
  alarm { unspent ${MONEY} daysLeft waitingNeeds groups } }`;
const FILE = `{ __typename ... on FundReportFile { name mediaType bytes content } ... on InvalidInput { field }
  ... on NotFound { code } }`;
const LINES = [
  { group: 'CHD', ceilingMinor: '80000', peopleTarget: 60, needsTarget: 20 },
  { group: 'PSY', ceilingMinor: '20000' },
];

describe('how far a grant has come', () => {
  let desk: TestDesk;
  let books: PlantedBooks;

  const progress = async (who: string) => {
    const answer = await (await desk.as(who)).send(`{ grantProgress ${PROGRESS} }`);
    if (answer.errors.length > 0) throw new Error(answer.text);
    return answer.data.grantProgress as Record<string, unknown>[];
  };
  const file = async (who: string, more: object = {}) =>
    (await desk.as(who)).ask(
      'query',
      'fundReportFile',
      { fundId: books.fundId, format: 'CSV', language: 'en', ...more },
      FILE,
    );

  beforeAll(async () => {
    desk = await startTestDesk();
    const caseId = await aidedCase(desk);
    for (const code of ['CHD-GIFT', 'CHD-SCHOOL', 'CHD-GIFT']) {
      await waiting(desk, caseId, { code, amount: cents('10000') });
    }
    const managerId = await desk.personId('foundation-manager');
    const [row] = await desk.database.asOperator<{ organization_id: string }>(
      'SELECT organization_id FROM person WHERE id = $1',
      [managerId],
    );
    books = new PlantedBooks(desk, row?.organization_id ?? '', desk.clock.now());
    await books.open(managerId, { lines: LINES, days: [-39, 20] });
    await desk.database.asOperator(
      `UPDATE fund SET rules = '{"groups":["CHD","PSY"]}' WHERE id = $1`,
      [books.fundId],
    );
    await books.instalment(100_000, await desk.personId('finance-officer'));
    for (let family = 0; family < 12; family += 1) {
      await books.help('CHD', 5_000, { '5_17': { F: 4 } });
    }
    await books.help('PSY', 2_000, { '5_17': { M: 1 } });
    await books.help('MED', 250, { '18_59': { F: 6 } });
    await books.help('MED', 250, { '18_59': { F: 5 } });
    // The books were written by hand; the account must hold what they say.
    await desk.database.asOperator(
      'UPDATE ledger_account SET credits_posted = 100000, debits_posted = 62500 WHERE id = $1',
      [books.accounts.fund],
    );
  });

  afterAll(() => desk.close());

  it('is told line by line, with its pace and what it hoped for', async () => {
    const [grant] = await progress('foundation-manager');

    expect(grant).toMatchObject({
      ...{ code: 'GR-TEST', spendable: { minorUnits: '100000' }, spent: { minorUnits: '62500' } },
      ...{ reserved: { minorUnits: '0' }, left: { minorUnits: '37500' }, peopleReached: 60 },
      burn: {
        ...{ daysGone: 40, days: 60, daysLeft: 20, perMonth: { minorUnits: '47526' } },
        ...{ neededPerMonth: { minorUnits: '57032' }, wouldLapse: { minorUnits: '6250' } },
      },
    });
    // One child in the second line: it stands together with what is beside the lines, and then they are three families.
    expect(grant?.['lines']).toEqual([
      {
        ...{
          group: 'CHD',
          codes: null,
          ceiling: { minorUnits: '80000' },
          left: { minorUnits: '20000' },
        },
        ...{ spent: { minorUnits: '60000' }, reserved: { minorUnits: '0' } },
        ...{ peopleTarget: 60, peopleReached: 50, needsTarget: 20, needsMet: 10 },
      },
      expect.objectContaining({ group: 'PSY', peopleReached: null, needsMet: null }),
      expect.objectContaining({ group: null, ceiling: null, spent: { minorUnits: '500' } }),
    ]);
  });

  it('warns before money lapses, and counts the waiting needs that it could still meet', async () => {
    const expected = {
      ...{ unspent: { minorUnits: '37500' }, daysLeft: 20 },
      ...{ waitingNeeds: 3, groups: ['CHD'] },
    };
    for (const who of ['foundation-manager', 'coordinator', 'finance-officer', 'auditor']) {
      expect((await progress(who))[0]?.['alarm']).toEqual(expected);
    }
    await desk.database.asOperator(`UPDATE fund SET floor_minor = 20000 WHERE id = $1`, [
      books.fundId,
    ]);
    expect((await progress('foundation-manager'))[0]?.['alarm']).toMatchObject({ waitingNeeds: 1 });
    await desk.database.asOperator(`UPDATE fund SET floor_minor = 0 WHERE id = $1`, [books.fundId]);
  });

  it('is quiet about a grant that has time, or no grant of hers', async () => {
    await desk.database.asOperator(
      `UPDATE funder_grant SET lapses_on = lapses_on + 60 WHERE id = $1`,
      [books.grantId],
    );
    expect((await progress('foundation-manager'))[0]).toMatchObject({ alarm: null });
    await desk.database.asOperator(
      `UPDATE funder_grant SET lapses_on = lapses_on - 60, manager_id = NULL WHERE id = $1`,
      [books.grantId],
    );
    expect(await progress('foundation-manager')).toEqual([]);
    expect(await file('foundation-manager')).toMatchObject({ __typename: 'NotFound' });
    await desk.database.asOperator(`UPDATE funder_grant SET manager_id = $2 WHERE id = $1`, [
      books.grantId,
      await desk.personId('foundation-manager'),
    ]);
    expect(await progress('bridge-coordinator')).toEqual([]);
  });

  it('is written down as a table without a row of anybody', async () => {
    const { name, mediaType, bytes, content } = await file('foundation-manager');
    const written = Buffer.from(content, 'base64');
    const text = written.toString('utf8');

    expect({ mediaType, bytes }).toEqual({ mediaType: 'text/csv', bytes: written.length });
    expect(name).toMatch(/^report-g-test-\d{4}-\d{2}-\d{4}-\d{2}\.csv$/);
    expect(text).toContain('Children,800.00,600.00,60,about 50,20,about 10');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it.each(['en', 'be', 'ru', 'pl', 'lt'])('is written down as a PDF, in %s', async (language) => {
    const { mediaType, content } = await file('finance-officer', { format: 'PDF', language });
    const written = Buffer.from(content, 'base64').toString('latin1');

    expect(mediaType).toBe('application/pdf');
    expect(written.startsWith('%PDF-')).toBe(true);
    expect(/\/Count (\d+)/.exec(written)?.[1]).toBe('1');
  });

  it('says what is wrong with an order', async () => {
    expect(await file('foundation-manager', { from: '2020' })).toMatchObject({
      field: 'input.from',
    });
    expect(await file('foundation-manager', { format: 'XLS' })).toMatchObject({
      field: 'format',
    });
    expect(await file('foundation-manager', { fundId: 'x' })).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('is for nobody else', async () => {
    for (const who of ['caseworker', 'volunteer', 'security-officer']) {
      await expect(progress(who)).rejects.toThrow('FORBIDDEN');
      await expect(file(who)).rejects.toThrow('FORBIDDEN');
    }
  });
});
