import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HttpConnection, httpLoad, postRequest } from './http-load.mjs';

const BODY = JSON.stringify({ data: 'ä'.repeat(50_000) });

describe('a load over HTTP', () => {
  let server: Server;

  const listen = async (handle: (request: IncomingMessage, response: ServerResponse) => void) => {
    server = createServer(handle);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };
  const echo = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = JSON.stringify([
        request.url,
        request.headers.authorization,
        String(Buffer.concat(chunks)),
      ]);
      response.setHeader('content-length', Buffer.byteLength(text));
      response.end(text);
    });
  };

  afterEach(() => void server.close());

  it('sends what it is given and reads the whole answer, again and again', async () => {
    const port = await listen(echo);
    const connection = await HttpConnection.open(port);
    const bytes = postRequest({ path: '/x', body: { text: 'ä' }, token: 'demo' });

    for (let time = 0; time < 3; time += 1) {
      const { status, body } = await connection.send(bytes);
      expect(status).toBe(200);
      expect(JSON.parse(body.toString())).toEqual(['/x', 'Bearer demo', '{"text":"ä"}']);
    }
    connection.close();
  });

  it('reads answers that come in pieces', async () => {
    const port = await listen((_, response) => {
      response.setHeader('Content-Length', Buffer.byteLength(BODY));
      response.write(BODY.slice(0, 10));
      setTimeout(() => response.end(BODY.slice(10)), 5);
    });
    const seen: number[] = [];
    const request = () => postRequest({ path: '/', body: {} });

    const { count, latencies } = await httpLoad({
      port,
      connections: 4,
      ms: 60,
      request,
      check: (body: Buffer) => seen.push(body.length) > 0,
    });

    expect(count).toBeGreaterThanOrEqual(4);
    expect(latencies).toHaveLength(count);
    expect(new Set(seen)).toEqual(new Set([Buffer.byteLength(BODY)]));
  });

  it.each([
    ['another status', 500, BODY, () => true],
    [
      'a body that fails its check',
      200,
      '{"errors":[]}',
      (body: Buffer) => !body.includes('errors'),
    ],
  ])('fails for %s', async (_, status, text, check) => {
    const port = await listen((_request, response) => {
      response.statusCode = status;
      response.setHeader('content-length', Buffer.byteLength(text));
      response.end(text);
    });
    const request = () => postRequest({ path: '/', body: {} });

    await expect(httpLoad({ port, connections: 2, ms: 1_000, request, check })).rejects.toThrow(
      `the server answered ${String(status)}`,
    );
  });

  it('fails when the server hangs up', async () => {
    const port = await listen((request) => request.socket.destroy());
    const connection = await HttpConnection.open(port);

    await expect(connection.send(postRequest({ path: '/', body: {} }))).rejects.toThrow();
  });
});
