import { compileQuery, isCompiledQuery } from 'graphql-jit';
import {
  getVariableValues,
  GraphQLScalarType,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

/** A compiled operation; null where a variable does not fit and nothing was executed. */
export type Program = (
  contextValue: unknown,
  variables: Readonly<Record<string, unknown>>,
) => Promise<ExecutionResult | null>;

/** Takes whatever graphql-js has made of a variable. */
const Coerced = new GraphQLScalarType({ name: 'Coerced' });

/**
 * Compiles an operation, or gives null where that cannot be done. Variables stay with graphql-js: the compiler's own code
 * for them never ends for an input type that contains itself, and takes a list for an object.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Program | null {
  const declared = operation.variableDefinitions ?? [];
  const untyped = { ...operation, variableDefinitions: declared.map(withoutType) };
  const definitions = document.definitions.map((one) => (one === operation ? untyped : one));
  const outcome = compileQuery(
    withCoerced(schema),
    { ...document, definitions },
    operation.name?.value ?? '',
  );
  if (!isCompiledQuery(outcome)) return null;
  return async (contextValue, variables) => {
    const { coerced } = getVariableValues(schema, declared, variables);
    return coerced === undefined ? null : await outcome.query(undefined, contextValue, coerced);
  };
}

function withoutType({ kind, variable }: VariableDefinitionNode): VariableDefinitionNode {
  const name = { kind: Kind.NAME, value: Coerced.name } as const;
  return { kind, variable, type: { kind: Kind.NAMED_TYPE, name } };
}

/** The same schema with one more type in it. */
function withCoerced(schema: GraphQLSchema): GraphQLSchema {
  const getType = (name: string) => (name === Coerced.name ? Coerced : schema.getType(name));
  return Object.create(schema, { getType: { value: getType } }) as GraphQLSchema;
}
