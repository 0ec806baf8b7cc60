import { Command, Option } from 'commander';
import { ROLES } from '@kinward/platform';
import { withDesk } from '../support/open-desk.js';
import { printing } from '../support/result.js';
import { certify } from './people/certify.js';
import { enrol } from './people/enrol.js';
import { resume, suspend } from './people/standing.js';

/** `people enrol|certify|suspend|resume` */
export function peopleCommands(): Command {
  const group = new Command('people').description('People of the desk.');
  const role = new Option('--role <role...>', 'one or more roles');
  printing(
    group
      .command('enrol')
      .description('Add a person and print the passphrase, once.')
      .requiredOption('--organisation <code>', 'whose desk')
      .requiredOption('--email <address>', 'for signing in')
      .requiredOption('--name <name>', 'as colleagues see it')
      .addOption(role.choices(ROLES).makeOptionMandatory())
      .option('--screener', 'may open new requests')
      .option('--probation', 'starts on probation'),
    (options: Parameters<typeof enrol>[1]) => withDesk((desk) => enrol(desk, options)),
  );
  printing(
    identified(group.command('certify'))
      .description("Certify a person's keys for a year; two trustees sign.")
      .requiredOption('--trustee-key <file>', 'key file of a trustee; give two', collect, []),
    (options: Parameters<typeof certify>[1]) => withDesk((desk) => certify(desk, options)),
  );
  printing(
    identified(group.command('suspend')).description('Suspend a person and end every session.'),
    (options: Parameters<typeof suspend>[1]) => withDesk((desk) => suspend(desk, options)),
  );
  printing(
    identified(group.command('resume'))
      .description('Let a suspended person come back.')
      .option('--probation', 'comes back on probation'),
    (options: Parameters<typeof resume>[1]) => withDesk((desk) => resume(desk, options)),
  );
  return group;
}

function identified(command: Command): Command {
  return command
    .addOption(new Option('--person <id>', 'who, by id').conflicts('email'))
    .option('--email <address>', 'who, by e-mail address');
}

function collect(file: string, before: readonly string[]): readonly string[] {
  return [...before, file];
}
