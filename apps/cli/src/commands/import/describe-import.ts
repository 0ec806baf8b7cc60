import type { ImportReport } from '@kinward/intake';

const MOST_LINES = 200;

/** What an import did, for people: numbers, then one line for each row that somebody has to look at. */
export function describeImport(report: ImportReport, seconds: number, dryRun: boolean): string {
  const { rows, accepted, corrected, duplicates, toCorrect, refused, warnings } = report;
  const lines = [
    ...toCorrect.map(
      ({ index, field, code }) => [index, `to correct: ${code} in ${field}`] as const,
    ),
    ...refused.map((index) => [index, 'refused: NO_CONSENT, nothing kept'] as const),
    ...warnings.map(({ index, codes }) => [index, `accepted with ${codes.join(', ')}`] as const),
    ...duplicates.map((index) => [index, 'seen before'] as const),
  ].toSorted(([one], [other]) => one - other);
  const left = lines.length - MOST_LINES;
  return [
    ...(dryRun ? ['Nothing was written (dry run).'] : []),
    `${String(rows)} rows: ${String(accepted)} accepted, ${String(duplicates.length)} seen before, ` +
      `${String(toCorrect.length)} to correct, ${String(refused.length)} refused without consent; ` +
      `${String(corrected)} of them later versions of a request.`,
    ...lines.slice(0, MOST_LINES).map(([index, text]) => `  row ${String(index)}: ${text}`),
    ...(left > 0 ? [`  and ${String(left)} more; --json has them all.`] : []),
    `${seconds.toFixed(1)} s, ${String(Math.round(rows / Math.max(seconds, 0.001)))} rows a second.`,
  ].join('\n');
}
