import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { findInFolder } from './dump.js';

/** Makes, fills and removes files of a folder until it is stopped, as a server does that drops databases. */
const BUSY = `
  const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
  const { workerData, parentPort } = require('node:worker_threads');
  let told = false;
  for (;;) {
    mkdirSync(workerData, { recursive: true });
    for (let i = 0; i < 200; i += 1) writeFileSync(workerData + '/' + i, 'x'.repeat(64));
    rmSync(workerData, { recursive: true });
    if (!told) parentPort.postMessage('busy');
    told = true;
  }
`;

describe('the search of a folder', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kinward-search-'));
    mkdirSync(join(folder, 'base', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'base', 'deep', 'hit'), 'before Demo-Name after');
    writeFileSync(join(folder, 'base', 'empty'), '');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('names the files that hold one of the texts', () => {
    expect(findInFolder(folder, ['Demo-Name', 'Demo-Other'])).toEqual([
      join(folder, 'base', 'deep', 'hit'),
    ]);
    expect(findInFolder(folder, ['Demo-Other'])).toEqual([]);
  });

  it('goes on when files vanish between being listed and being read', async () => {
    const worker = new Worker(BUSY, { eval: true, workerData: join(folder, 'busy') });
    try {
      await new Promise((resolve) => worker.once('message', resolve));
      for (let i = 0; i < 60; i += 1) {
        expect(findInFolder(folder, ['Demo-Name'])).toEqual([join(folder, 'base', 'deep', 'hit')]);
      }
    } finally {
      await worker.terminate();
    }
  });
});
