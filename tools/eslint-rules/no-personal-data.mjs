import { findPersonalData } from './personal-data.mjs';

/**
 * A real number pasted into a test outlives every promise to erase it: it stays in the history of
 * the repository. The rule does not print what it found, so that a build log does not keep it.
 */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'No text in the source looks like the data of a real person.' },
    schema: [],
    messages: {
      found:
        'This text holds what looks like a real {{kind}}. Use a computed or reserved fake ' +
        '(+999…, name@example.org, Demo-…).',
    },
  },
  create(context) {
    function check(node, text) {
      for (const { kind } of findPersonalData(text))
        context.report({ node, messageId: 'found', data: { kind } });
    }
    return {
      Literal(node) {
        if (typeof node.value === 'string') check(node, node.value);
      },
      TemplateElement: (node) => check(node, node.value.cooked ?? node.value.raw),
      JSXText: (node) => check(node, node.value),
    };
  },
};
