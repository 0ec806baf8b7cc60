import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDesk } from '@kinward/testing';
import { askForHelp, startDoor } from './test-support/door.js';

/** A browser of text, by its own name or path; KINWARD_W3M names one that is not in the path. */
const W3M = process.env['KINWARD_W3M'] ?? 'w3m';
const reason = isThere() ? null : 'w3m is not installed';
const inText = reason === null ? it : it.skip;
const run = promisify(execFile);

function isThere(): boolean {
  try {
    execFileSync(W3M, ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe(`the door in a browser of text${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let desk: TestDesk;
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), 'kinward-w3m-'));

  beforeAll(async () => {
    if (reason !== null) return;
    desk = await startDoor();
    await desk.app.listen(0, '127.0.0.1');
    url = await desk.app.getUrl();
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    if (reason === null) await desk.close();
  });

  /** The page as somebody reads it on 40 columns. @param fields sent, where there are any */
  const read = async (path: string, fields: Record<string, string> | null = null) => {
    const form = join(folder, 'form');
    if (fields !== null) writeFileSync(form, new URLSearchParams(fields).toString());
    const sent = fields === null ? [] : ['-post', form];
    // Its own folder for history and cookies: nothing of it is anybody's.
    const env = { ...process.env, HOME: folder, LANG: 'C.UTF-8' };
    const { stdout } = await run(W3M, ['-dump', '-cols', '40', ...sent, url + path], { env });
    return stdout;
  };

  inText('shows where to begin, and languages one by one', async () => {
    const page = await read('/f?l=en');

    expect(page).toMatch(/Your eight words\s*\[\s+\]/);
    expect(page).toContain('Ask for help');
    expect(page).toMatch(/Беларуская\s+.*Русский\s+.*Polski/s);
    expect(page).not.toContain('БеларускаяРусский');
  });

  inText('opens a mailbox with words, and says nothing of unknown ones', async () => {
    const { code } = await askForHelp(desk);

    const page = await read('/f/open', { l: 'en', words: code });
    expect(page).toContain('How it stands');
    expect(page).toContain('Your words have arrived.');
    expect(page).toContain('Write to us');
    expect(await read('/f/open', { l: 'en', words: 'never given' })).toContain(
      'There are no notes here.',
    );
  });

  inText('asks the first question with what it can be answered by', async () => {
    const page = await read('/f/ask', { l: 'ru', step: 'consent', consent: 'yes' });

    expect(page).toMatch(/\( \)|\(•\)|\[ \]/);
  });
});
