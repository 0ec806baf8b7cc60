import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from '../in-browser.js';
import { Donor, DONOR } from '../scenes/donor.js';
import { Person } from '../scenes/person.js';

/** Whose need the card of the demonstration is for. */
const FAMILY = 'STORK-11';
const SECOND = 1_000;

interface Cases {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

describeInBrowser('a family that takes back its consent', ({ open, url }) => {
  browserIt(
    'is shown to no donor a second later, and no open page takes a gift for it',
    async () => {
      const early = await new Donor(await open(null, DONOR)).begin();
      await early.window.page.getByText(/has come$/).click();
      const caseworker = await Person.signIn(url(), 'caseworker');
      const found = await caseworker.ask(
        `{ caseList(input: { codename: "${FAMILY}" }) { edges { node { id } } } }`,
      );
      const caseId = (found['caseList'] as Cases).edges[0]?.node.id;
      await caseworker.change(
        'withdrawConsent',
        { caseId, purpose: 'PUBLISH_CARD' },
        '{ __typename ... on UserError { code } }',
      );
      const withdrawn = performance.now();
      const told = await caseworker.ask(
        '{ giveOptions(input: { organization: "lantern" }) { caseCards { id } } }',
      );
      expect(told).toEqual({ giveOptions: { caseCards: [] } });
      expect(performance.now() - withdrawn).toBeLessThan(SECOND);
      const late = await new Donor(await open(null, DONOR)).begin();
      expect(await late.window.page.getByText(/has come$/).count()).toBe(0);

      await early.window.page.locator('button.main').click();
      await early.window.page
        .getByText(/This need has found its money, or is no longer shown/)
        .waitFor();
    },
  );
});
