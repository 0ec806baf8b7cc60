import { expect } from '@jest/globals';
import type { DeskWindow } from './desk-window.js';
import { DESKTOP } from './desk-window.js';
import { browserIt, describeInBrowser } from './in-browser.js';
import { Guide } from './show/guide.js';
import { ENGLISH, RUSSIAN, type ShowWords } from './show/words.js';

const ON_A_PHONE = { size: { width: 390, height: 844 }, hasTouch: true } as const;
const SHOWS = [
  ['English, on a desk', ENGLISH, { size: DESKTOP, language: 'en' }, ['two', 'three']],
  ['Russian, on a phone', RUSSIAN, { ...ON_A_PHONE, language: 'ru' }, ['four', 'five']],
] as const;

describeInBrowser('the ten minutes of the show', ({ open }) => {
  // The desk lets nobody sign in without end.
  const sessions = new Map<string, string>();

  browserIt.each(SHOWS)(
    'can be followed by its words, by somebody who has never seen it (%s)',
    async (_, words, options, [one, other]) => {
      const come = async (key: string): Promise<Guide> => {
        const window = await open(null, options);
        await enter(window, key, sessions);
        return new Guide(window, words.more);
      };
      const coordinator = await come('coordinator');
      await whatWagtailWaitsFor(coordinator, words);
      await theAmbulance(coordinator, words);
      await theSurge(coordinator, words);
      const [quick, late] = [await come(`volunteer-${one}`), await come(`volunteer-${other}`)];
      await oneTaskForTwo(quick, late, words);
      await bittern(coordinator, words);
      const security = await come('security-officer');
      await whatSecuritySees(security, words);
      await theRedDay(security, words);
      await theAuditor(await come('auditor'), words);
      await theFoundation(await come('foundation-manager'), words);
    },
    240_000,
  );
});

async function enter(
  window: DeskWindow,
  key: string,
  sessions: Map<string, string>,
): Promise<void> {
  const known = sessions.get(key);
  if (known === undefined) await window.signIn(key);
  else {
    await window.page.evaluate(`sessionStorage.setItem('session', ${JSON.stringify(known)})`);
    await window.page.reload();
    await window.page.locator('.shell').waitFor();
  }
  sessions.set(key, await window.page.evaluate(`sessionStorage.getItem('session')`));
  await window.settled();
}

async function findFamily(guide: Guide, words: ShowWords, codename: string): Promise<void> {
  await guide.go(words.cases);
  await guide.page.getByLabel(words.codename, { exact: true }).fill(codename);
  await guide.open(codename);
}

async function whatWagtailWaitsFor(guide: Guide, words: ShowWords): Promise<void> {
  await findFamily(guide, words, 'WAGTAIL');
  await guide.sees(words.onWaitingList);
  await guide.press(words.needs);
  await guide.sees(words.assessed);
  await guide.go(words.queue);
  await guide.page.getByLabel(words.codename, { exact: true }).fill('WAGTAIL-58');
  await guide.open('WAGTAIL-58');
  await guide.sees(words.whyThisPlace);
  // It waits for the family's own turn, and says so to whoever is too quick.
  await guide.press(words.approve);
  const dialog = guide.page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.approve }).click();
  await guide.sees(words.caseFirst);
  await guide.page.keyboard.press('Escape');
}

async function theAmbulance(guide: Guide, words: ShowWords): Promise<void> {
  await guide.go(words.callOuts);
  await guide.open('HERON-41');
  await guide.sees(...words.heron);
  await guide.go(words.callOuts);
  await guide.choose(words.whichCallOuts, words.ended);
  await guide.open('LAPWING-20');
  await guide.sees(...words.lapwing);
}

async function theSurge(guide: Guide, words: ShowWords): Promise<void> {
  await guide.go(words.tasks);
  await guide.pick(words.over);
  await guide.sees(...words.surge);
}

async function oneTaskForTwo(quick: Guide, late: Guide, words: ShowWords): Promise<void> {
  const cards = async ({ page }: Guide): Promise<readonly string[]> => {
    await page.getByRole('button', { name: words.take }).first().waitFor();
    return page.getByRole('listitem').allTextContents();
  };
  const [mine, theirs] = [await cards(quick), await cards(late)];
  const both = mine.find((card) => theirs.includes(card)) ?? '';
  const take = ({ page }: Guide, place: number): Promise<void> =>
    page.getByRole('listitem').nth(place).getByRole('button', { name: words.take }).click();
  // The other one still sees it, and reaches for it in the same moment.
  await Promise.all([take(quick, mine.indexOf(both)), take(late, theirs.indexOf(both))]);
  const lost = async ({ page }: Guide): Promise<boolean> => {
    const refused = page.getByText(words.tooLate);
    await refused
      .or(page.getByRole('button', { name: words.taken }))
      .first()
      .waitFor();
    return (await refused.count()) > 0;
  };
  expect([await lost(quick), await lost(late)].filter(Boolean)).toHaveLength(1);
}

async function bittern(guide: Guide, words: ShowWords): Promise<void> {
  await guide.go(words.cases);
  await guide.choose(words.state, words.quarantined);
  await guide.open('BITTERN-06');
  await guide.sees(words.compromised);
}

async function whatSecuritySees(guide: Guide, words: ShowWords): Promise<void> {
  await guide.go(words.whoOpenedWhat);
  await guide.press(words.casesToGuard);
  await guide.sees('BITTERN-06', words.quarantined);
  await guide.sees(words.lift);
}

async function theRedDay(guide: Guide, words: ShowWords): Promise<void> {
  await guide.go(words.freezes);
  await guide.page.getByRole('combobox', { name: words.ways }).click({ force: true });
  await guide.page.getByRole('option', { name: words.partnerRoute }).click();
  await guide.sees(words.stops);
  await guide.page.keyboard.press('Escape');
  await guide.press(words.stopThem);
  await guide.choose(words.reason, { index: 1 });
  await guide.page.getByRole('dialog').getByRole('button', { name: words.stopThem }).click();
  await guide.sees(words.standStill);
  await guide.pressOn(`${words.ways}: ${words.partnerRoute}`, words.setFree);
  await guide.sees(words.free);
  await guide.go(words.whoOpenedWhat);
  await guide.press(words.exposure);
  await guide.choose(words.ifTaken, 'Demo-Caseworker One');
  await guide.sees(words.named, words.opens);
}

async function theAuditor(guide: Guide, words: ShowWords): Promise<void> {
  await guide.go(words.whoOpenedWhat);
  await guide.press(words.auditTrail);
  await guide.press(words.verify);
  await guide.sees(words.whole);
}

async function theFoundation(guide: Guide, words: ShowWords): Promise<void> {
  await guide.sees(...words.lapses);
  await guide.press('GRANT-CHILD · Children first');
  await guide.sees(...words.goals);
}
