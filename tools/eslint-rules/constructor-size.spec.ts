import rule from './constructor-size.mjs';
import { ruleTester } from './rule-tester.js';

const classWith = (count: number): string => {
  const parameters = Array.from({ length: count }, (_, i) => `private readonly p${String(i)}: P`);
  return `class Desk { constructor(${parameters.join(', ')}) {} }`;
};

ruleTester.run('constructor-size', rule, {
  valid: [classWith(6), 'function many(a, b, c, d, e, f, g) {}'],
  invalid: [{ code: classWith(7), errors: [{ messageId: 'tooMany' }] }],
});
