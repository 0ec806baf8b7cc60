import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mortal, type Mortal } from './mortal.js';

describe('a process that can be killed', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kinward-mortal-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const started = (name: string, program: string): Mortal => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, program);
    const env = { ...process.env, NODE_OPTIONS: '' };
    return mortal(fork(file, { env, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }));
  };

  it('is ready when it says so, and stays ready when it is killed', async () => {
    const child = started('ready', 'process.send({ port: 7 }); setInterval(() => {}, 1_000);');

    expect(await child.isReady).toEqual({ port: 7 });
    await child.kill();
    expect(await child.isReady).toEqual({ port: 7 });
  });

  it('was ready, too, when it said so with its last breath', async () => {
    const child = started('brief', 'process.send({ port: 8 }, () => process.exit(0));');

    expect(await child.isReady).toEqual({ port: 8 });
  });

  it.each([
    ['exits', 'process.exit(3);', 'ended with 3'],
    ['throws', `throw new Error('Demo-Error');`, 'ended with 1'],
  ])(
    'says with which code it ended when it %s before it was ready',
    async (name, program, text) => {
      await expect(started(name, program).isReady).rejects.toThrow(text);
    },
  );

  it('says so, too, when it was killed before it was ready', async () => {
    const child = started('slow', 'setInterval(() => {}, 1_000);');

    await child.kill();

    await expect(child.isReady).rejects.toThrow('ended with SIGKILL');
  });
});
