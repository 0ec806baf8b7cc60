/** A class that needs more collaborators than this does more than one thing. */
export const MAX_DEPENDENCIES = 6;

export default {
  meta: {
    type: 'suggestion',
    docs: { description: 'A constructor takes at most six dependencies.' },
    schema: [],
    messages: {
      tooMany: 'This constructor takes {{count}} dependencies; at most {{max}}. Split the class.',
    },
  },
  create(context) {
    return {
      'MethodDefinition[kind="constructor"]'(node) {
        const count = node.value.params.length;
        if (count > MAX_DEPENDENCIES)
          context.report({ node, messageId: 'tooMany', data: { count, max: MAX_DEPENDENCIES } });
      },
    };
  },
};
