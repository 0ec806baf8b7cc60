import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderNeedsDocument } from './needs-document.js';

const PAGE = join(import.meta.dirname, '../../../../docs/domains/needs.md');

describe('docs/domains/needs.md', () => {
  it('is what the code says', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(renderNeedsDocument());
  });
});
