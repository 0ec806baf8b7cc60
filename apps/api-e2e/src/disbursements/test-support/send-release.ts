import { request } from 'node:http';
import type { AnyAnswer } from '../disbursement-scene.js';

export interface ReleaseCommand {
  readonly commandKey: string;
  readonly disbursementId: string;
  readonly version: number;
  readonly rails: readonly object[];
}

/** Sends a release over HTTP; null where nobody can know what became of it. @throws Error on an answer of failure */
export function sendRelease(
  server: { readonly port?: number; readonly token: string | null },
  command: ReleaseCommand,
): Promise<AnyAnswer> {
  const { port, token } = server;
  const headers = { authorization: `Bearer ${token ?? ''}` };
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', () => resolve(null));
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(text));
        resolve(JSON.parse(text).data.releaseDisbursement);
      });
    });
    sent.on('error', () => resolve(null));
    sent.end(JSON.stringify({ variables: { input: command } }));
  });
}
