import { HttpException, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readMultipart, withReferences } from './multipart-body.js';
import { UploadStore } from '../infrastructure/upload-store.js';

/** A browser sends one of these only after it has asked whether it may: no form of another site can (CSRF). */
const PREFLIGHT = ['apollo-require-preflight', 'x-apollo-operation-name'] as const;
const GRAPHQL = '/graphql';

/**
 * Lets the server read GraphQL multipart requests. Whoever shows no session or could be another site's form is
 * refused before a byte of the file is read; the file goes into memory and never onto a disk.
 */
@Injectable()
export class MultipartRequests implements OnModuleInit {
  private readonly references = new WeakMap<FastifyRequest, string[]>();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly store: UploadStore,
  ) {}

  onModuleInit(): void {
    // A command or a worker has no server.
    const server: unknown = (this.host as Partial<HttpAdapterHost>).httpAdapter?.getInstance();
    if (!isFastify(server)) return;
    server.addContentTypeParser('multipart/form-data', (request: FastifyRequest) =>
      this.read(request),
    );
    server.addHook('onResponse', (request, _reply, done) => {
      this.forget(request);
      done();
    });
  }

  private async read(request: FastifyRequest): Promise<object> {
    const problem = problemOf(request);
    if (problem !== null) throw problem;
    if (!this.store.reserve()) throw new HttpException('The desk is busy. Try again shortly.', 503);
    this.references.set(request, []);
    request.raw.socket.once('close', () => {
      this.forget(request);
    });
    try {
      const body = await readMultipart(request.headers, request.raw);
      const operation = withReferences(body, (upload) => {
        const reference = this.store.keep(upload);
        this.references.get(request)?.push(reference);
        return reference;
      });
      // From here on the request is its operation, which the limit of a body is for.
      request.raw.headers['content-length'] = String(Buffer.byteLength(body.operations));
      return operation;
    } catch {
      this.forget(request);
      throw new HttpException('This request cannot be read.', 400);
    }
  }

  private forget(request: FastifyRequest): void {
    const references = this.references.get(request);
    if (references === undefined) return;
    this.references.delete(request);
    // Whoever leaves the page does not stop an import: it ends as it would have.
    void this.store.idle(references).then(() => {
      for (const reference of references) this.store.forget(reference);
      this.store.release();
    });
  }
}

function problemOf({ url, headers }: FastifyRequest): HttpException | null {
  if (url.split('?')[0] !== GRAPHQL) return new HttpException('Uploads go to /graphql.', 415);
  if (!PREFLIGHT.some((name) => (headers[name] ?? '') !== '')) {
    return new HttpException(`Uploads need the header ${PREFLIGHT[0]}.`, 400);
  }
  if (headers.authorization === undefined) return new HttpException('Please sign in.', 401);
  return null;
}

function isFastify(server: unknown): server is FastifyInstance {
  return typeof server === 'object' && server !== null && 'addContentTypeParser' in server;
}
