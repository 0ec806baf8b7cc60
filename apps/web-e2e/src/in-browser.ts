import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { launchChromium, type LaunchedBrowser } from '@kinward/testing';
import { startDemoHouse, type DemoHouse } from './demo-house.js';
import { DeskWindow } from './desk-window.js';

// Known before the tests are: without the libraries of a browser they are skipped, and say why.
const launched: LaunchedBrowser = await launchChromium();
const reason = 'skipped' in launched ? launched.skipped : null;

type WindowOptions = NonNullable<Parameters<typeof DeskWindow.open>[2]>;

/** What the tests of one file share: a house, and windows that are closed after each test. */
export interface Stage {
  /** Address of the house. */
  url(): string;
  /** A window; with a role of the demonstration, in English, it is signed in and at its first page. */
  open(role: string | null, options?: WindowOptions): Promise<DeskWindow>;
}

/** A test that is skipped where no browser can run. */
export const browserIt = reason === null ? it : it.skip;

/** Tests on one demonstration house, each of which ends without an error and without a request to anybody else. */
export function describeInBrowser(name: string, tests: (stage: Stage) => void): void {
  describe(reason === null ? name : `${name} (skipped: ${reason})`, () => {
    let house: DemoHouse | undefined;
    const windows: DeskWindow[] = [];
    // A house lets nobody sign in without end, and signing in is made to be slow.
    const sessions = new Map<string, string>();
    const url = (): string => {
      if (house === undefined) throw new Error('there is no house');
      return house.url;
    };

    beforeAll(async () => {
      if (reason === null) house = await startDemoHouse();
    }, 300_000);

    afterEach(async () => {
      const faults = windows.flatMap(({ errors, foreign }) => [...errors, ...foreign]);
      for (const window of windows.splice(0)) await window.close();
      // No page may throw, break its policy, or ask anybody but the desk for anything.
      expect(faults).toEqual([]);
    });

    afterAll(async () => {
      if (!('skipped' in launched)) await launched.close();
      await house?.close();
    });

    tests({
      url,
      open: async (role, options = {}) => {
        if ('skipped' in launched) throw new Error(launched.skipped);
        const window = await DeskWindow.open(launched.browser, url(), options);
        windows.push(window);
        if (role === null) return window;
        const session = await window.enter(role, sessions.get(role));
        if (session !== null) sessions.set(role, session);
        await window.settled();
        return window;
      },
    });
  });
}
