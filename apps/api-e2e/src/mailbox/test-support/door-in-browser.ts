import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { launchChromium, type TestDesk } from '@kinward/testing';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { startDoor } from './door.js';

// Known before the tests are: without the libraries of a browser they are skipped, and say why.
const launched = await launchChromium();
const reason = 'skipped' in launched ? launched.skipped : null;

/** What the tests of one file share. */
export interface DoorStage {
  desk(): TestDesk;
  /** Address of the desk whose door it is. */
  url(): string;
  /** A browser without a past. */
  visitor(options: BrowserContextOptions): Promise<BrowserContext>;
}

/** A test that is skipped where no browser can run. */
export const browserIt = reason === null ? it : it.skip;

/** Tests of the families' door in a browser. */
export function describeDoor(name: string, tests: (stage: DoorStage) => void): void {
  describe(reason === null ? name : `${name} (skipped: ${reason})`, () => {
    let desk: TestDesk;
    let url: string;

    beforeAll(async () => {
      desk = await startDoor();
      await desk.app.listen(0, '127.0.0.1');
      url = await desk.app.getUrl();
    });

    afterAll(async () => {
      if ('browser' in launched) await launched.close();
      await desk.close();
    });

    tests({
      desk: () => desk,
      url: () => url,
      visitor: (options) => {
        if ('skipped' in launched) throw new Error(launched.skipped);
        return launched.browser.newContext(options);
      },
    });
  });
}
