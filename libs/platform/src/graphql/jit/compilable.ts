import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/**
 * What a compiled document may be made of. The compiler writes JavaScript, and a document is written by a stranger:
 * texts stay out, because graphql-jit 0.8.9 copies a text that begins with one of its own markers into the program
 * as it stands (`objectStringify`). Lists and objects stay out, because it takes a variable inside of one that was not
 * given for null; directives, because of fragments that are used twice under different conditions. None of
 * them is in a document of ours: values come as variables.
 */
const ALLOWED = new Set<string>([
  Kind.DOCUMENT,
  Kind.NAME,
  Kind.OPERATION_DEFINITION,
  Kind.VARIABLE_DEFINITION,
  Kind.VARIABLE,
  Kind.SELECTION_SET,
  Kind.FIELD,
  Kind.ARGUMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_DEFINITION,
  Kind.INT,
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.NULL,
  Kind.NAMED_TYPE,
  Kind.LIST_TYPE,
  Kind.NON_NULL_TYPE,
]);

/** Names of an answer: underscores join paths in the program and must not be part of them; no introspection. */
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/** Whether a valid document may be compiled for this operation: a query made of names, variables, numbers. */
export function isCompilable(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  if (operation.operation !== 'query') return false;
  let isPlain = true;
  visit(document, {
    enter: (node) => {
      isPlain &&= ALLOWED.has(node.kind);
      if (node.kind !== Kind.FIELD) return;
      const names = [node.name.value, node.alias?.value ?? node.name.value];
      isPlain &&=
        names.join() === '__typename,__typename' || names.every((name) => PLAIN_NAME.test(name));
    },
  });
  return isPlain;
}
