import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Undo } from './undo.js';

describe('taking down', () => {
  it('goes backwards, over steps that fail, and removes the folder last', async () => {
    const undo = new Undo();
    const folder = mkdtempSync(join(tmpdir(), 'kinward-undo-test-'));
    const seen: string[] = [];
    undo.addFolder(folder);
    undo.add(() => void seen.push(`first ${String(existsSync(folder))}`));
    undo.add(() => Promise.reject(new Error('demo')));
    undo.add(() => void seen.push('last'));

    await undo.takeDown();
    expect(seen).toEqual(['last', 'first true']);
    undo.removeFolders();
    expect(existsSync(folder)).toBe(false);
  });

  it('stops whoever builds on, and takes that down the next time', async () => {
    const undo = new Undo();
    await undo.takeDown();
    let isUp = true;

    expect(() => undo.add(() => void (isUp = false))).toThrow('interrupted');
    await undo.takeDown();
    expect(isUp).toBe(false);
  });
});
