import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The command line cannot be used; the message says why. */
export class UsageError extends Error {}

/**
 * Reads the command line.
 *
 * @param {string[]} argv
 * @returns {{ topic?: string, json: boolean, quick: boolean, profile?: string }} `profile` as a full path
 * @throws UsageError
 */
export function parseArguments(argv) {
  const { values, positionals } = parse(argv);
  if (positionals.length > 1) throw new UsageError('One topic at a time.');
  return {
    topic: positionals[0],
    json: values.json,
    quick: values.quick,
    profile: values.profile === undefined ? undefined : resolve(values.profile),
  };
}

function parse(argv) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        profile: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error.message);
  }
}
