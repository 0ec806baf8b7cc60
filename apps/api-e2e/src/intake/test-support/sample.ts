import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../../..');

/** Folder of the shared sample, where this machine has it: an export as field tools write it, and what is expected. */
const FOLDER = process.env['KINWARD_INTAKE_SAMPLE'] ?? join(ROOT, '..', 'shared', 'data', 'intake');

export const SAMPLE_CSV = join(FOLDER, 'household_intake_export.csv');
export const SAMPLE_XLSX = join(FOLDER, 'household_intake_export.xlsx');
export const hasSample = existsSync(SAMPLE_CSV);

export function expectedOfSample(): Record<string, unknown> {
  const text = readFileSync(join(FOLDER, 'expected.json'), 'utf8');
  const {
    rows: _rows,
    members: _members,
    ...expected
  } = JSON.parse(text) as Record<string, unknown>;
  return expected;
}
