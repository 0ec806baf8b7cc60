import { createHash } from 'node:crypto';

/** What a request says of its document: the text, or the hash of one that the desk knows. */
export interface DocumentReference {
  readonly query?: unknown;
  readonly extensions?: unknown;
}

/**
 * The documents that this desk executes. In production those of its manifests and no other, named by their hash: what a page
 * of ours never asks cannot be asked by somebody who holds a session. Elsewhere any text counts, too.
 */
export class TrustedDocuments {
  /**
   * @param texts by SHA-256 of the text, in hex
   * @param acceptsAny whether a document may also come as text
   */
  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly acceptsAny: boolean,
  ) {}

  /** Without manifest and without limits: tests, commands, a desk whose pages were not built. */
  static any(): TrustedDocuments {
    return new TrustedDocuments(new Map(), true);
  }

  /** The text to execute; null where this desk does not execute what was sent. A hash wins over a text beside it. */
  textOf(reference: DocumentReference): string | null {
    const hash = hashIn(reference.extensions);
    if (hash !== null) return this.texts.get(hash) ?? null;
    if (!this.acceptsAny) return null;
    return typeof reference.query === 'string' ? reference.query : '';
  }
}

/** The name of a document in a manifest. */
export function documentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Reads a manifest: a JSON object of hashes and texts.
 * @throws Error where it is none, or where a text is not the one its hash names
 */
export function readManifest(content: string): Map<string, string> {
  const parsed: unknown = JSON.parse(content);
  if (!isRecord(parsed)) throw new Error('no manifest of documents');
  const entries = Object.entries(parsed).map(([hash, text]): [string, string] => {
    if (typeof text !== 'string' || documentHash(text) !== hash) {
      throw new Error('a document does not fit its hash');
    }
    return [hash, text];
  });
  return new Map(entries);
}

/** In the place where clients of Apollo and urql put it. */
function hashIn(extensions: unknown): string | null {
  const persisted = isRecord(extensions) ? extensions['persistedQuery'] : null;
  const hash = isRecord(persisted) ? persisted['sha256Hash'] : null;
  return typeof hash === 'string' ? hash : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
