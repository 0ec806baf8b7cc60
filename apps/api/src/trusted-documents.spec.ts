import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentHash, StartupError } from '@kinward/platform';
import { loadTrustedDocuments } from './trusted-documents.js';

const ME = '{ me { id } }';
const OWN = '{ tool }';

let folder: string;
let ofPages: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinward-documents-'));
  ofPages = join(folder, 'documents.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string) =>
  writeFileSync(path, JSON.stringify({ [documentHash(text)]: text }));
const named = (text: string) => ({
  extensions: { persistedQuery: { sha256Hash: documentHash(text) } },
});

describe('the documents of a server', () => {
  it('are those of its pages and of its operator, and no other in production', async () => {
    const own = join(folder, 'own.json');
    write(ofPages, ME);
    write(own, OWN);
    const config = { mode: 'production' as const, documentManifests: [own] };
    const { documents, knowsPages } = await loadTrustedDocuments(config, ofPages);
    expect(knowsPages).toBe(true);
    expect(documents.textOf(named(ME))).toBe(ME);
    expect(documents.textOf(named(OWN))).toBe(OWN);
    expect(documents.textOf({ query: ME })).toBeNull();
  });

  it('may be any in the demonstration, whose pages may not be built', async () => {
    const { documents, knowsPages } = await loadTrustedDocuments({ mode: 'demo' }, ofPages);
    expect(knowsPages).toBe(false);
    expect(documents.textOf({ query: OWN })).toBe(OWN);
  });

  it('are not none: production without a manifest does not start', async () => {
    const start = loadTrustedDocuments({ mode: 'production' }, ofPages);
    await expect(start).rejects.toThrow(StartupError);
  });

  it('are not changed: a text that does not fit its hash stops the start', async () => {
    writeFileSync(ofPages, JSON.stringify({ [documentHash(ME)]: OWN }));
    const start = loadTrustedDocuments({ mode: 'production' }, ofPages);
    await expect(start).rejects.toThrow(ofPages);
  });
});
