import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { launchChromium, type LaunchedBrowser } from '@kinward/testing';
import { startDemoHouse, type DemoHouse } from './demo-house.js';
import { DeskWindow } from './desk-window.js';

const launched: LaunchedBrowser = await launchChromium();
const reason = 'skipped' in launched ? launched.skipped : null;
const browserIt = reason === null ? it : it.skip;
const PASSPHRASE = 'demo lantern harbour bridge open caseworker';

describe(reason === null ? 'a passkey in a browser' : `a passkey in a browser (${reason})`, () => {
  let house: DemoHouse;

  beforeAll(async () => {
    if (reason === null) house = await startDemoHouse();
  }, 300_000);

  afterAll(async () => {
    if (!('skipped' in launched)) await launched.close();
    await house?.close();
  });

  browserIt('is enrolled, opens the desk behind the lock, and is removed', async () => {
    if ('skipped' in launched) throw new Error(launched.skipped);
    // Browsers bind passkeys to a name.
    const window = await DeskWindow.open(
      launched.browser,
      house.url.replace('127.0.0.1', 'localhost'),
    );
    const { page } = window;
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await window.enter('Caseworker');
    await page.getByRole('banner').getByRole('button').last().click();
    await page.getByRole('menuitem', { name: 'My devices' }).click();
    await page.getByText('No device yet').waitFor();

    await page.getByRole('button', { name: 'Enrol this device' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
    await page.getByRole('dialog').getByRole('button', { name: 'Enrol this device' }).click();
    await page.getByText('Not used yet').waitFor();

    await page.getByRole('banner').getByRole('button').last().click();
    await page.getByRole('menuitem', { name: 'Lock' }).click();
    await page.getByRole('button', { name: 'Come back with this device' }).click();
    await page.getByRole('heading', { name: 'Devices that open my desk' }).waitFor();

    await page.reload();
    await page.getByText('Last used').waitFor();
    await page.getByRole('button', { name: /^Remove the device/ }).click();
    await page.getByText('No device yet').waitFor();
    // Nothing of it is kept by the page; Mantine notes the looks, and nothing else stands there.
    const kept = await page.evaluate<string[]>('Object.keys(localStorage)');
    expect(kept.filter((key) => !['language', 'mantine-color-scheme-value'].includes(key))).toEqual(
      [],
    );
    expect([...window.errors, ...window.foreign]).toEqual([]);
    await window.close();
  });
});
