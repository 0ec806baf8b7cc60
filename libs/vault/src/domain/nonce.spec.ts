import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { AEAD_NONCE_BYTES } from './authenticated-encryption.js';

const PROCESSES = 4;
const SEALS_PER_PROCESS = 250_000;

const SOURCE = fileURLToPath(new URL('./test-support/nonce-source.ts', import.meta.url));
/** Lets the child run the sources as they are: `./x.js` means `./x.ts`. */
const RESOLVE_SOURCES = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve(specifier, context, next) {
      const isSource = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
      return next(isSource ? specifier.replace(/\\.js$/, '.ts') : specifier, context);
    },
  });
`)}`;

function noncesOfOneProcess(): Promise<Buffer> {
  const flags = ['--conditions=kinward-source', '--import', RESOLVE_SOURCES];
  const args = [...flags, SOURCE, String(SEALS_PER_PROCESS)];
  const options = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(stderr.toString('utf8')));
    });
  });
}

/** How many nonces occur more than once. */
function repeats(nonces: Buffer): number {
  const seen = new Set<string>();
  for (let at = 0; at < nonces.length; at += AEAD_NONCE_BYTES) {
    seen.add(nonces.toString('latin1', at, at + AEAD_NONCE_BYTES));
  }
  return nonces.length / AEAD_NONCE_BYTES - seen.size;
}

describe('nonces', () => {
  const total = PROCESSES * SEALS_PER_PROCESS;

  it(`repeats none in ${total} sealings by ${PROCESSES} processes (A11)`, async () => {
    const outputs = await Promise.all(Array.from({ length: PROCESSES }, noncesOfOneProcess));
    const nonces = Buffer.concat(outputs);
    expect(nonces.length).toBe(total * AEAD_NONCE_BYTES);
    expect(repeats(nonces)).toBe(0);
  }, 60_000);

  it('would see a single repeat among many', () => {
    const nonces = Buffer.alloc(1000 * AEAD_NONCE_BYTES);
    for (let index = 0; index < 1000; index += 1) {
      nonces.writeUInt32BE(index === 999 ? 0 : index, index * AEAD_NONCE_BYTES);
    }
    expect(repeats(nonces)).toBe(1);
  });
});
