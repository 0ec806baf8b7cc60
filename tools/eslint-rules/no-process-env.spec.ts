import rule from './no-process-env.mjs';
import { ruleTester } from './rule-tester.js';

const red = (code: string): { code: string; errors: { messageId: string }[] } => ({
  code,
  errors: [{ messageId: 'env' }],
});

ruleTester.run('no-process-env', rule, {
  valid: [
    'process.exitCode = 1',
    'config.env',
    'loadConfig(process.env)',
    "import { argv } from 'node:process'",
  ],
  invalid: [
    red('const port = process.env.PORT'),
    red("const port = process['env'].PORT"),
    red('const port = globalThis.process.env.PORT'),
    red('loadConfig(process.env.PORT)'),
    red('launch(process.env)'),
    red('const { env } = process'),
    red("import { env as variables } from 'node:process'"),
  ],
});
