// `npm run screenshots [-- NAME …]`: takes the pictures of README on a demonstration of its own, into docs/pictures.
/* global sessionStorage -- what is sent into the page finds it there */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskClient } from '../bench/frame/desk-client.mjs';
import { deskEnvironment, end, launch } from '../bench/frame/server.mjs';
import { freePort, load, ROOT, temporaryFolder } from '../bench/frame/workspace.mjs';
import { DOORS } from './doors.mjs';
import { PICTURES, takesOf } from './pictures.mjs';
import { smallPng } from './small-png.mjs';

const FOLDER = join(ROOT, 'docs/pictures');
const say = (line) => process.stderr.write(`${line}\n`);

const cleaning = [];
const onClose = (work) => cleaning.push(work);
try {
  process.exitCode = await takeAll(process.argv.slice(2));
} finally {
  for (let work = cleaning.pop(); work !== undefined; work = cleaning.pop()) await work();
}

async function takeAll(names) {
  const isChosen = ({ name }) => names.length === 0 || names.includes(name);
  const { launchChromium } = await load('libs/testing/dist/index.js');
  const launched = await launchChromium();
  if ('skipped' in launched) {
    say(`skipped: ${launched.skipped}`);
    return 1;
  }
  onClose(launched.close);
  say('Starting a demonstration of its own …');
  const desk = await startDemo();
  mkdirSync(FOLDER, { recursive: true });
  const blank = await launched.browser.newPage();
  let bytes = 0;
  for (const picture of PICTURES.filter(isChosen)) {
    const token = await desk.tokenOf(picture.who);
    const path = await findIn(launched.browser, { ...desk, token }, picture);
    for (const take of takesOf(picture)) {
      const png = await photograph(launched.browser, { ...desk, token, path, picture }, take);
      bytes += await keep(blank, png, take);
    }
  }
  for (const picture of DOORS.filter(isChosen)) {
    for (const take of takesOf(picture)) {
      bytes += await keep(blank, await atDoor(launched.browser, desk.url, picture, take), take);
    }
  }
  say(`${Math.round(bytes / 1024)} kB in ${FOLDER}`);
  return 0;
}

/** Writes a picture. @returns its bytes */
async function keep(blank, png, { file }) {
  const path = join(FOLDER, file);
  writeFileSync(path, await smallPng(blank, png));
  const { size } = statSync(path);
  say(`  ${file}  ${Math.round(size / 1024)} kB`);
  return size;
}

/** A page of people without an account; donors come from the payment page back to it. */
async function atDoor(browser, url, { come }, take) {
  const { size, language, scheme, hasTouch } = take;
  const context = await browser.newContext({
    ...{ viewport: size, locale: language, colorScheme: scheme, reducedMotion: 'reduce' },
    hasTouch,
  });
  const page = await context.newPage();
  await come(page, url, language);
  await page.waitForTimeout(700);
  const png = await page.screenshot();
  await context.close();
  return png;
}

async function startDemo() {
  const home = join(temporaryFolder({ onClose }, 'kinward-pictures'), 'home');
  const port = await freePort();
  const env = deskEnvironment({ KINWARD_HOME: home, KINWARD_MODE: 'demo', PORT: String(port) });
  const onChild = (child) => onClose(() => end(child));
  const program = join(ROOT, 'apps/api/dist/main.js');
  await launch(process.execPath, [program], { cwd: ROOT, env, port, onChild });
  const client = new DeskClient(port);
  onClose(() => client.close());
  const { DEMO_PEOPLE, demoEmail, demoPassphrase } = await load('libs/runtime/dist/index.js');
  const tokens = new Map();
  const tokenOf = async (who) => {
    const person = DEMO_PEOPLE.find(({ key }) => key === who);
    const credentials = { email: demoEmail(person), passphrase: demoPassphrase(person) };
    if (!tokens.has(who)) tokens.set(who, await client.login(credentials));
    return tokens.get(who);
  };
  return { url: `http://127.0.0.1:${port}`, tokenOf };
}

/** Finds the place in an English window of the desktop, or of a phone where it is for phones. */
async function findIn(browser, desk, { find, phoneOnly }) {
  const [take] = takesOf({ name: '', phoneOnly });
  const { page, goTo, close } = await open(browser, desk, take);
  const path = await find(page, goTo);
  await close();
  return path;
}

async function photograph(browser, { path, picture, ...desk }, take) {
  const { page, goTo, close } = await open(browser, desk, take);
  await goTo(path);
  if (picture.then !== undefined) await picture.then(page);
  if (picture.show !== undefined) {
    await page
      .locator(picture.show)
      .first()
      .evaluate((part) => part.scrollIntoView());
  }
  await page.waitForTimeout(700);
  const png = await page.screenshot();
  await close();
  return png;
}

async function open(browser, { url, token }, { size, language, scheme, hasTouch }) {
  const context = await browser.newContext({
    ...{ viewport: size, locale: language, colorScheme: scheme, reducedMotion: 'reduce' },
    hasTouch,
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate((session) => sessionStorage.setItem('session', session), token);
  const goTo = async (path) => {
    await page.goto(url + path);
    await page.locator('.shell .page > *').first().waitFor();
    await page.waitForTimeout(1_200);
    const waiting = page.locator('.page .mantine-Skeleton-root');
    while ((await waiting.count()) > 0) await page.waitForTimeout(100);
  };
  return { page, goTo, close: () => context.close() };
}
