import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ValidationRule } from 'graphql';
import { selectionSizeRule } from './selection-size.rule.js';

/** Limits on a document (security.md § 5). The widest screen of ours stays below each. */
export const DOCUMENT_LIMITS = {
  depth: 8,
  aliases: 15,
  directives: 20,
  tokens: 2_000,
  // The trial balance, with the name of the type of every object, as a cache wants it.
  cost: 12_000,
  /** Members of one selection. */
  selection: 100,
};

/** The checks of a document beyond those of the language. */
export function documentRules() {
  const armor = new ApolloArmor({
    maxDepth: { n: DOCUMENT_LIMITS.depth, exposeLimits: false },
    maxAliases: { n: DOCUMENT_LIMITS.aliases, exposeLimits: false },
    maxDirectives: { n: DOCUMENT_LIMITS.directives, exposeLimits: false },
    // It would parse once more, outside of the request's own error handling: a typing error became HTTP 500.
    maxTokens: { enabled: false },
    costLimit: { maxCost: DOCUMENT_LIMITS.cost, exposeLimits: false },
  });
  const { plugins, validationRules } = armor.protect();
  return {
    plugins,
    validationRules: [
      ...validationRules,
      selectionSizeRule(DOCUMENT_LIMITS.selection),
    ] as readonly ValidationRule[],
  };
}
