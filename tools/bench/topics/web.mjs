import { startDesk } from '../frame/server.mjs';
import { median, percentile } from '../frame/statistics.mjs';
import { startFilledDesk } from './queue/filled-desk.mjs';
import { giveMs } from './web/donors.mjs';
import { RATE, visitsAlone, visitsAtOnce } from './web/family-door.mjs';
import { claim, release, screen } from './web/jobs.mjs';
import { inputsMs, queueUsableMs, scriptKb, scrollFps } from './web/pages.mjs';
import { startBrowser, THROTTLE } from './web/window.mjs';

const CASES = { full: 100_000, quick: 10_000 };
const ROUNDS = { full: 5, quick: 2 };
const SCREENED = 40;
const RELEASED = 10;

const PAGES = [
  {
    key: 'desk_js_kb',
    unit: 'kB',
    goal: { atMost: 350 },
    says: 'script of the first page, packed',
  },
  {
    key: 'queue_usable_ms',
    unit: 'ms',
    goal: { atMost: 1_500 },
    says: `to the first row of 100,000 cases, processor ÷ ${THROTTLE}`,
  },
  { key: 'scroll_fps', unit: '/s', goal: { atLeast: 50 }, says: 'frames over 2,000 rows' },
  {
    key: 'inp_p75_ms',
    unit: 'ms',
    goal: { atMost: 200 },
    says: 'input to what is seen of it, p75',
  },
  { key: 'inp_p75_slow_ms', unit: 'ms', says: `the same, processor ÷ ${THROTTLE}` },
];
const JOBS = [
  { key: 'screen_40_keys', unit: '', goal: { atMost: 82 }, says: 'two each, and two to begin' },
  { key: 'screen_40_s', unit: 's', says: 'by a hand that never waits' },
  { key: 'claim_taps', unit: '', goal: { atMost: 3 }, says: 'from the ping to the details' },
  { key: 'claim_s', unit: 's', says: 'by a hand that never waits' },
  { key: 'release_10_clicks', unit: '', goal: { atMost: 5 }, says: 'ten payments at once' },
  { key: 'release_10_s', unit: 's', says: 'until the last has been answered' },
];

const DONORS = [
  {
    key: 'donor_js_kb',
    unit: 'kB',
    goal: { atMost: 120 },
    says: 'script of the page to give, packed',
  },
  {
    key: 'give_usable_ms',
    unit: 'ms',
    goal: { atMost: 1_200 },
    says: `until it can be filled in: 400 kbit/s, 400 ms, processor ÷ ${THROTTLE}`,
  },
  { key: 'give_ready_ms', unit: 'ms', says: 'until it can go on to the payment page' },
];

const FAMILIES = [
  {
    key: 'p99_ratio',
    unit: '×',
    goal: { atMost: 3 },
    says: `/f: the slowest of a hundred at ${RATE} requests/s, against one at a time`,
  },
];
/** Visits of the families' door in a round. */
const VISITS = { full: 2_000, quick: 600 };

export const topic = {
  name: 'web',
  description: 'the pages in a browser: what they load, how soon they serve, steps of three jobs',
  figures: [...PAGES, ...JOBS, ...DONORS, ...FAMILIES],

  async prepare(bench) {
    const browser = await startBrowser(bench);
    const keys = (figures) => figures.map(({ key }) => key);
    return [
      { name: 'jobs', keys: keys(JOBS), prepare: () => prepareJobs(bench, browser) },
      { name: 'donors', keys: keys(DONORS), prepare: () => prepareDonors(bench, browser) },
      { name: 'families', keys: keys(FAMILIES), prepare: () => prepareFamilies(bench) },
      { name: 'pages', keys: keys(PAGES), prepare: () => preparePages(bench, browser) },
    ];
  },
};

async function preparePages(bench, browser) {
  const size = bench.quick ? 'quick' : 'full';
  const { desk } = await startFilledDesk(bench, CASES[size]);
  const { port } = desk;
  return {
    rounds: ROUNDS[size],
    variants: {
      script: () => scriptKb(browser, port, '/'),
      usable: () => queueUsableMs(browser, port),
      scroll: () => scrollFps(browser, port),
      inputs: () => inputsMs(browser, port, 1),
      slowInputs: () => inputsMs(browser, port, THROTTLE),
    },
    figures: ({ script, usable, scroll, inputs, slowInputs }) => ({
      desk_js_kb: median(script),
      queue_usable_ms: median(usable),
      scroll_fps: median(scroll),
      inp_p75_ms: percentile(inputs.flat(), 0.75),
      inp_p75_slow_ms: percentile(slowInputs.flat(), 0.75),
    }),
  };
}

/** Each job changes the desk, so each is done once. */
async function prepareJobs(bench, browser) {
  const { port } = await startDesk(bench, { NODE_ENV: 'production' });
  return {
    rounds: 1,
    variants: {
      screened: () => screen(browser, port, SCREENED),
      claimed: () => claim(browser, port),
      released: () => release(browser, port, RELEASED),
    },
    figures: ({ screened: [screened], claimed: [claimed], released: [released] }) => ({
      screen_40_keys: screened.keys,
      screen_40_s: screened.seconds,
      claim_taps: claimed.taps,
      claim_s: claimed.seconds,
      release_10_clicks: released.clicks,
      release_10_s: released.seconds,
    }),
  };
}

async function prepareDonors(bench, browser) {
  const { port } = await startDesk(bench, { NODE_ENV: 'production' });
  return {
    rounds: ROUNDS[bench.quick ? 'quick' : 'full'],
    variants: {
      script: () => scriptKb(browser, port, '/give'),
      give: () => giveMs(browser, port),
    },
    figures: ({ script, give }) => ({
      donor_js_kb: median(script),
      give_usable_ms: median(give.map(({ usable }) => usable)),
      give_ready_ms: median(give.map(({ ready }) => ready)),
    }),
  };
}

async function prepareFamilies(bench) {
  const size = bench.quick ? 'quick' : 'full';
  const { port } = await startDesk(bench, { NODE_ENV: 'production' });
  // What is compiled at the first visits is no matter of how many come.
  await visitsAlone(port, VISITS.quick);
  return {
    rounds: ROUNDS[size],
    variants: {
      alone: () => visitsAlone(port, VISITS[size]),
      together: () => visitsAtOnce(port, VISITS[size]),
    },
    figures: ({ alone, together }) => ({
      p99_ratio: percentile(together.flat(), 0.99) / percentile(alone.flat(), 0.99),
    }),
  };
}
