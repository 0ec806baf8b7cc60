import type { TrustedDocuments } from './trusted-documents.js';

/**
 * The body of a request with its document as text, whichever way it came; null where this desk does not execute it.
 * What is no request at all, such as a list of them, carries no document past a manifest either.
 */
export function withDocument(body: unknown, documents: TrustedDocuments): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return documents.textOf({}) === null ? null : body;
  }
  const query = documents.textOf(body);
  if (query === null) return null;
  const { extensions, ...rest } = body as { extensions?: unknown };
  return { ...rest, query, ...withoutHash(extensions) };
}

/** Apollo would look the hash up once more, in a store that it does not have. */
function withoutHash(extensions: unknown): object {
  if (typeof extensions !== 'object' || extensions === null) return {};
  const { persistedQuery: _hash, ...others } = extensions as Record<string, unknown>;
  return { extensions: others };
}
