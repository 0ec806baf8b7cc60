import { GraphQLError, type ValidationRule } from 'graphql';

/**
 * Refuses a selection with more than `most` members: no screen asks for that many fields of one thing, while
 * repeating a field is a cheap way to make the server compare and answer it again and again (security.md § 5).
 */
export function selectionSizeRule(most: number): ValidationRule {
  return (context) => ({
    SelectionSet(node) {
      if (node.selections.length <= most) return;
      context.reportError(new GraphQLError('The selection is too large.'));
    },
  });
}
