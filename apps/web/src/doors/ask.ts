import type { DoorDocument } from './door-document';
import { readSettings } from './door-settings';

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly unknown[];
}

/** The server did not answer, or not as it should. Nothing is known of what it did. */
export class NoAnswer extends Error {}

const HOW: RequestInit = {
  method: 'POST',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
};

/** Asks the server one thing. @throws NoAnswer */
export async function ask<Data, Variables>(
  { hash, text }: DoorDocument<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const which = readSettings().knowsDocuments
    ? { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }
    : { query: text };
  const answer = (await (await send('/graphql', { ...which, variables })).json()) as Answer<Data>;
  if (answer.data == null || answer.errors !== undefined) throw new NoAnswer();
  return answer.data;
}

/** Fetches a file that belongs to a private link; null where there is none. @throws NoAnswer */
export async function askFile(path: string, body: object): Promise<Blob | null> {
  const answer = await send(path, body);
  return answer.status === 404 ? null : answer.blob();
}

async function send(path: string, body: object): Promise<Response> {
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(path, { ...HOW, headers, body: JSON.stringify(body) });
    if (answer.status >= 500) throw new NoAnswer();
    return answer;
  } catch {
    throw new NoAnswer();
  }
}
