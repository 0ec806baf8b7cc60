import { dirname } from 'node:path';
import { carryOut } from './carry-out.mjs';
import { RefusedRequest } from './names.mjs';

const ROOT = dirname(dirname(import.meta.dirname));

try {
  const { written, next } = carryOut(ROOT, process.argv.slice(2));
  console.log(`Written:\n${written.map((file) => `  ${file}`).join('\n')}`);
  console.log(`\nNext:\n${next.map((step, i) => `  ${i + 1}. ${step}`).join('\n')}`);
} catch (error) {
  if (!(error instanceof RefusedRequest)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
