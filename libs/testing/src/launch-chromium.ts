import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';

const run = promisify(execFile);

/** A running browser, or why there is none on this machine. */
export type LaunchedBrowser =
  { readonly browser: Browser; readonly close: () => Promise<void> } | { readonly skipped: string };

// Only what a container needs. The package's own flags would also switch off web security, and with
// it the very policies these tests look at.
const flags = ['--no-sandbox', '--disable-dev-shm-usage'];

/**
 * Unpacks the headless Chromium of the lockfile into a temporary folder of its own and starts it, with
 * the system's libraries or else with those that come with the package.
 */
export async function launchChromium(): Promise<LaunchedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'kinward-chromium-'));
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const executablePath = await unpackInto(folder);
    const browser = await start(executablePath).catch(() =>
      start(executablePath, { HOME: folder, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }),
    );
    return {
      browser,
      close: async () => {
        await browser.close();
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    return { skipped: reasonOf(error) };
  }
}

/** In a process of its own, because the package takes its folder from TMPDIR when it is loaded. */
async function unpackInto(folder: string): Promise<string> {
  const program =
    "const { default: chromium } = await import('@sparticuz/chromium');" +
    'process.stdout.write(await chromium.executablePath());';
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
    // The second variable makes it unpack its system libraries too.
    env: { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  return stdout.trim();
}

async function start(executablePath: string, env?: Record<string, string>): Promise<Browser> {
  // Only here: most tests want no browser, and its library is large.
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: flags, ...(env && { env }) });
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const missing = /error while loading shared libraries: ([^:]+)/.exec(text)?.[1];
  return missing ? `missing system library ${missing}` : (text.split('\n')[0] ?? 'unknown');
}
