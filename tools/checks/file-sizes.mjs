import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSourceFiles, TEST_FILE } from './workspace.mjs';

/** Style: the usual file fits on a screen and a half. The upper limit of one file is a lint rule. */
export const MEDIAN_LIMIT = 80;
const SHOWN = 3;

/** What the sizes (`{ file, lines }`) say: the median, the longest, and whether files grow too long. */
export function reportSizes(files) {
  const sorted = [...files].sort((a, b) => a.lines - b.lines);
  const median = sorted[Math.floor(sorted.length / 2)]?.lines ?? 0;
  const longest = sorted.slice(-SHOWN).reverse();
  return {
    problems:
      median > MEDIAN_LIMIT
        ? [`the median file has ${median} lines, more than ${MEDIAN_LIMIT}`]
        : [],
    notes: [
      `${files.length} files, median ${median} lines; longest: ` +
        longest.map(({ file, lines }) => `${file} ${lines}`).join(', '),
    ],
  };
}

export const fileSizes = {
  name: 'file-sizes',
  says: `the median file has at most ${MEDIAN_LIMIT} lines`,
  async run({ root }) {
    const files = readSourceFiles(root).filter((file) => !TEST_FILE.test(file));
    return reportSizes(
      files.map((file) => ({
        file,
        lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1,
      })),
    );
  },
};
