import { median, ratioOfRounds } from '../../frame/statistics.mjs';

/** Five hundred sealed fields of fifty cases, opened one by one with keys that are at hand. */
export const fieldsPart = {
  name: 'sealed fields',
  figures: [
    { key: 'sealed_fields_ms_per_500', unit: 'ms', says: '500 openField calls' },
    {
      key: 'sealed_fields_raw_ms',
      unit: 'ms',
      says: 'the limit: libsodium alone on the same bytes',
    },
    { key: 'sealed_fields_vs_raw', unit: '×', says: 'the first ÷ the second' },
  ],

  async prepare({ bench, inside }) {
    const open = () => inside.ask('openFields');
    const raw = () => inside.ask('decryptRaw');
    for (let warmUp = 0; warmUp < 5; warmUp += 1) await Promise.resolve(await open(), await raw());
    return {
      rounds: bench.quick ? 5 : 31,
      variants: { open, raw },
      figures: ({ open: opened, raw: decrypted }) => ({
        sealed_fields_ms_per_500: median(opened),
        sealed_fields_raw_ms: median(decrypted),
        sealed_fields_vs_raw: ratioOfRounds(opened, decrypted, (ms) => ms),
      }),
    };
  },
};
