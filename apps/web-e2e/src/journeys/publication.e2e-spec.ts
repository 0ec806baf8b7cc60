import { expect } from '@jest/globals';
import { PHONE } from '../desk-window.js';
import { browserIt, describeInBrowser } from '../in-browser.js';
import { Donor, DONOR } from '../scenes/donor.js';
import { Person } from '../scenes/person.js';

/** Whose need has a consent for a card, and no card yet. */
const FAMILY = 'SISKIN-24';
const NEED = 'LIV-RENT';
const WORDS = 'A room is wanted for some months, until work is found and the youngest can sleep.';

interface Queue {
  readonly edges: readonly { readonly node: { readonly id: string; readonly code: string } }[];
}

describeInBrowser('a card for donors', ({ open, url }) => {
  const needId = async (): Promise<string> => {
    const coordinator = await Person.signIn(url(), 'coordinator');
    const asked = `{ needQueue(input: { first: 50, filter: { codename: "${FAMILY}" } }) { edges { node { id code } } } }`;
    const found = (await coordinator.ask(asked))['needQueue'] as Queue;
    return found.edges.find(({ node }) => node.code === NEED)?.node.id ?? '';
  };

  browserIt('is written by one coordinator, let out by another, and read by a donor', async () => {
    const one = await open('Coordinator');
    await one.goTo(`/queue/${await needId()}`);
    await one.page.getByRole('link', { name: 'Write a card' }).click();
    const form = one.page.getByRole('form', { name: 'Write a card' });
    await form.getByLabel('What everybody may read').fill('The father Demo Siskin asks.');
    await form.getByText(/looks like a full name/).waitFor();
    await form.getByLabel('What everybody may read').fill(WORDS);

    // The gate says what may be said instead, and it is taken with one click.
    await form.getByLabel('Person held').selectOption('F');
    await form.getByLabel('Where held').selectOption('IN_NORTH');
    await form.getByLabel('Sentence').selectOption('OVER_10');
    await form.getByText(/Fewer than 10 people of the public list fit/).waitFor();
    expect(await one.accessibilityFaults()).toEqual([]);
    await form.getByRole('button', { name: 'Use this' }).click();
    await form.getByText('Nothing stands in the way.').waitFor();
    await form.getByRole('button', { name: 'Hand it to a second person' }).click();
    await one.page.getByText('You wrote on this text, so somebody else lets it out.').waitFor();
    expect(await one.page.getByRole('button', { name: 'Let it out' }).count()).toBe(0);

    const two = await open(null);
    await two.signIn('coordinator-two');
    await two.goTo(new URL(one.page.url()).pathname);
    await two.page.getByText(WORDS).waitFor();
    expect(await two.accessibilityFaults()).toEqual([]);
    await two.page.getByRole('button', { name: 'Let it out' }).click();
    const dialog = two.page.getByRole('dialog');
    await dialog.getByLabel('I do not know this family and have nothing to gain.').check();
    await dialog.getByRole('button', { name: 'Let it out' }).click();
    await two.page.getByText(/^Let out\. It is seen from/).waitFor();

    const donor = await new Donor(await open(null, DONOR)).begin();
    await donor.window.page.getByText(WORDS).waitFor();
    expect(await donor.window.accessibilityFaults()).toEqual([]);

    // Taken back, it is gone from the next page on.
    await two.page.getByRole('button', { name: 'Take it back' }).click();
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await two.page.getByText('card · ended').waitFor();
    await donor.begin();
    expect(await donor.window.page.getByText(WORDS).count()).toBe(0);
  });

  browserIt('can be sent back from a phone', async () => {
    const phone = await open(null, { size: PHONE, hasTouch: true });
    await phone.signIn('coordinator-two');
    await phone.goTo('/public-texts');
    await phone.page.locator('.row', { hasText: 'waits for a second person' }).first().tap();
    expect(await phone.accessibilityFaults()).toEqual([]);
    await phone.page.getByRole('button', { name: 'Send back' }).tap();
    await phone.page.getByRole('dialog').getByRole('button', { name: 'Send back' }).tap();
    await phone.page.getByText('It came back: it says too much.').waitFor();
  });
});
