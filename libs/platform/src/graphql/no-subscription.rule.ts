import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/** Over HTTP a subscription would run without its guard and answer nothing; it has a connection of its own. */
export function noSubscriptionRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: (node) => {
      if (node.operation !== 'subscription') return;
      context.reportError(new GraphQLError('Subscriptions need a web socket.', { nodes: node }));
    },
  };
}
