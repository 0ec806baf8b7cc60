import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Control } from '../control/control.js';
import { ACTIONS, VIEWS } from '../control/routes.js';
import { html, policy } from '../page/layout.js';
import { answerPage } from '../page/pages.js';
import type { World } from '../world.js';
import type { Api } from './api.js';
import { ApiError } from './api-error.js';

const MOST_BYTES = 1_000_000;
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

interface Parts {
  readonly api: Api;
  readonly control: Control;
  readonly world: World;
  readonly onChange: () => void;
}

/** The one server: `/v1` is the API, `/pay` and `/authenticate` are pages, `/_sandbox` is the control. */
export class SandboxServer {
  private readonly server: Server;

  constructor(private readonly parts: Parts) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        process.stderr.write(`stripe-sandbox: ${String(error)}\n`);
        response.destroy();
      });
    });
  }

  /** Listens on loopback and gives the port; 0 takes a free one. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, search } = new URL(request.url ?? '/', 'http://sandbox.invalid');
    const body = await bodyOf(request);
    if (path.startsWith('/v1/')) await this.call(request, response, path, search.slice(1), body);
    else if (path.startsWith('/_sandbox/')) await this.steer(request, response, path, body);
    else this.show(request, response, path, body);
  }

  private async call(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string,
    body: string,
  ): Promise<void> {
    const { headers, method = 'GET' } = request;
    const answer = await this.parts.api.answer({
      method,
      path,
      query,
      body,
      authorization: headers.authorization,
      idempotencyKey: first(headers['idempotency-key']),
      version: first(headers['stripe-version']),
    });
    if (!('lost' in answer)) response.writeHead(answer.status, answer.headers).end(answer.body);
    else if (answer.lost === 'drop') request.socket.destroy();
  }

  private show(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    body: string,
  ): void {
    const answer = answerPage(this.parts.world, request.method ?? 'GET', path, body);
    this.parts.onChange();
    if (!answer) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
      return;
    }
    if ('redirect' in answer) {
      response.writeHead(303, { location: answer.redirect }).end();
      return;
    }
    response
      .writeHead(answer.status ?? 200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy(answer),
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .end(html(answer));
  }

  /** Only for who is on this machine: a page in a browser must not reach it by another name. */
  private async steer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    body: string,
  ): Promise<void> {
    const name = path.slice('/_sandbox/'.length);
    const isLocal = LOOPBACK.test(request.headers.host ?? '') && !request.headers.origin;
    const view = request.method === 'GET' ? VIEWS[name] : undefined;
    const action = request.method === 'POST' ? ACTIONS[name] : undefined;
    if (!isLocal) json(response, 403, { error: 'The control answers on loopback only.' });
    else if (view) json(response, 200, view(this.parts.control));
    else if (action) await this.act(response, () => action.run(this.parts.control, parsed(body)));
    else json(response, 404, { error: `There is no ${name}.` });
  }

  private async act(response: ServerResponse, act: () => unknown): Promise<void> {
    try {
      json(response, 200, (await act()) ?? {});
      this.parts.onChange();
    } catch (error) {
      if (error instanceof ApiError) json(response, error.status, { error: error.message });
      else if (error instanceof z.ZodError || error instanceof SyntaxError)
        json(response, 400, { error: error.message });
      else json(response, 409, { error: String(error) });
    }
  }
}

function parsed(body: string): unknown {
  return body === '' ? {} : JSON.parse(body);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(`${JSON.stringify(value, null, 2)}\n`);
}

function first(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('The body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
