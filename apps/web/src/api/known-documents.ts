import { stringifyDocument } from '@urql/core';
import { createRequest, mapExchange, type Exchange, type TypedDocumentNode } from 'urql';
import { pageSettings } from '../app/page-settings';

/** Hashes by the key that the client library gives a document. */
const hashes = new Map<number, string>();

/** Tells of a document the hash under which the server knows it; generated files call this. */
export function known<Data, Variables>(
  hash: string,
  document: TypedDocumentNode<Data, Variables>,
): TypedDocumentNode<Data, Variables> {
  const key = keyOf(createRequest(document, {}).query);
  if (key !== null) hashes.set(key, hash);
  return document;
}

/** Sends the hash of each document in place of its text. In production the server takes nothing else. */
export const namedDocuments: Exchange = mapExchange({
  onOperation(operation) {
    const extensions = operation.kind === 'teardown' ? null : nameOf(operation.query);
    return extensions === null ? operation : { ...operation, extensions };
  },
});

/** The part of a request that says which document, for requests that the client library cannot send. */
export function namedOrText<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
): { readonly query: string } | { readonly extensions: object } {
  const extensions = nameOf(createRequest(document, {}).query);
  return extensions === null ? { query: stringifyDocument(document) } : { extensions };
}

function nameOf(document: object) {
  const hash = pageSettings.knowsDocuments ? hashes.get(keyOf(document) ?? Number.NaN) : undefined;
  return hash === undefined ? null : { persistedQuery: { version: 1 as const, sha256Hash: hash } };
}

/** The library keeps it on documents that it read, also on those to which its cache added something. */
function keyOf(document: object): number | null {
  return '__key' in document && typeof document.__key === 'number' ? document.__key : null;
}
