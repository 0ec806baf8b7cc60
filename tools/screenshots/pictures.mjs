const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/** What each picture is taken as: the themes in English, Belarusian in the light one. */
const TAKES = [
  { language: 'en', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
  { language: 'be', scheme: 'light' },
];
const BOTH = [
  { device: 'desktop', size: DESK, hasTouch: false },
  { device: 'phone', size: PHONE, hasTouch: true },
];

/** File names and settings of all takes of a picture. */
export function takesOf({ name, phoneOnly = false, lightOnly = false }) {
  return BOTH.filter(({ device }) => !phoneOnly || device === 'phone').flatMap(
    ({ device, size, hasTouch }) =>
      TAKES.filter(({ scheme }) => !lightOnly || scheme === 'light').map(
        ({ language, scheme }) => ({
          file: `${name}-${device}-${scheme}-${language}.png`,
          ...{ size, language, scheme, hasTouch },
        }),
      ),
  );
}

/** Opens a place and clicks through it, in English; where it ends, the picture is taken. */
const clicks =
  (path, ...targets) =>
  async (page, goTo) => {
    await goTo(path);
    for (const target of targets) {
      await target(page).first().click();
      await page.waitForTimeout(600);
    }
    return new URL(page.url()).pathname;
  };
const row = (text) => (page) => page.locator('a.row, a.day-row').filter({ hasText: text });

/**
 * The pictures: who looks, how the place is found, and what is to be seen of it (`show` scrolls there, `then`
 * opens it).
 */
export const PICTURES = [
  { name: 'queue', who: 'coordinator', find: clicks('/queue') },
  {
    name: 'score',
    who: 'coordinator',
    find: clicks('/queue', row('Find money')),
    show: '#score',
  },
  { name: 'screening', who: 'coordinator', find: clicks('/inbox', row('New')) },
  { name: 'case-file', who: 'caseworker', find: clicks('/cases', row('HERON')) },
  {
    name: 'decision-sheet',
    who: 'coordinator',
    find: clicks('/approvals', row('To be signed')),
  },
  { name: 'one-cents-way', who: 'finance-officer', find: findCent },
  // Before the pictures of volunteers, who open details for them.
  {
    name: 'disclosure-log',
    who: 'security-officer',
    find: clicks('/disclosures'),
  },
  { name: 'volunteer-board', who: 'volunteer', phoneOnly: true, find: clicks('/board') },
  {
    name: 'volunteer-details',
    who: 'volunteer',
    phoneOnly: true,
    find: clicks(
      '/board',
      (page) => page.getByRole('button', { name: 'I take it' }),
      (page) => page.getByRole('button', { name: /^I do it/ }),
    ),
    then: (page) => page.locator('section[aria-labelledby="details"] button').first().click(),
  },
];

/** The first gift whose money has come all the way, else any. */
async function findCent(page, goTo) {
  await goTo('/cent');
  await page.getByLabel('Fund', { exact: true }).selectOption({ label: 'P-EMERG · First hours' });
  const links = page.getByRole('table').getByRole('link');
  await links.first().waitFor();
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  for (const path of paths) {
    await goTo(path);
    await page.getByText('came in').first().waitFor();
    if ((await page.getByText('Confirmed').count()) > 0) return path;
  }
  return paths[0];
}
