import { parseArgs } from 'node:util';

export const USAGE = `npm run check -- [options]
  --no-tests       leave the tests out
  --only <step>    run this step alone; may be repeated
  --write          renew what is generated and format the code
  --base <commit>  compare the schema with this commit (default: the newest that holds it)
  --list           name the steps`;

/** Reads the command line. @throws Error on an unknown option or step */
export function readOptions(argv, stepNames) {
  const { values } = parseArgs({
    args: argv,
    options: {
      'no-tests': { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      base: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.filter((name) => !stepNames.includes(name));
  if (unknown.length > 0) throw new Error(`no step named ${unknown.join(', ')}`);

  const names = stepNames.filter(
    (name) =>
      (values.only.length === 0 || values.only.includes(name)) &&
      !(values['no-tests'] && name === 'tests'),
  );
  return { ...values, names };
}
