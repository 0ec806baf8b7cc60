import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { csvOf, xlsxOf } from './test-support/export-files.js';
import { makeExport } from './test-support/household-export.js';
import { importInProcess } from './test-support/import-process.js';
import { openInboxes } from './test-support/inboxes.js';

/** What does not fit into memory shows at 10,000; the workbook takes minutes for it. */
const ROWS = { CSV: 10_000, XLSX: process.env['KINWARD_LONG_TESTS'] === 'on' ? 10_000 : 3_000 };
/** Megabytes of heap for everything, the application included; the files alone unpack to more. */
const HEAP_MB = 128;

describe('an import of many thousand rows', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await openInboxes(desk);
  });

  afterAll(() => desk.close());

  it.each([
    ['CSV', 71, csvOf],
    ['XLSX', 72, xlsxOf],
  ] as const)(
    'needs no more memory than a small one, as %s',
    async (kind, seed, fileOf) => {
      const made = makeExport(seed, ROWS[kind]);
      const path = join(desk.home, `export-${kind}`);
      writeFileSync(path, fileOf(made.rows));

      const reader = await importInProcess(desk, path, [`--max-old-space-size=${String(HEAP_MB)}`]);
      await reader.isReady;
      reader.start();
      const answer = await reader.answer;

      expect(answer?.report).toEqual(made.expected);
      const { seconds = 1, rss = 0 } = answer ?? {};
      process.stderr.write(
        `${kind}: ${String(Math.round(ROWS[kind] / seconds))} rows/s, ${String(Math.round(rss / 1e6))} MB\n`,
      );
    },
    600_000,
  );
});
