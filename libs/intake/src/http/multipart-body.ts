import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { MOST_UPLOAD_BYTES, type Upload } from '../infrastructure/upload-store.js';

/** The parts of a GraphQL multipart request (jaydenseric/graphql-multipart-request-spec). */
export interface MultipartBody {
  readonly operations: string;
  readonly map: string;
  /** By the name of its part. */
  readonly files: ReadonlyMap<string, Upload>;
}

const MOST_FIELD_BYTES = 100_000;
/** `operations`, `map` and one file; what else comes is not read. */
const LIMITS = {
  fields: 2,
  files: 1,
  parts: 3,
  fieldSize: MOST_FIELD_BYTES,
  fileSize: MOST_UPLOAD_BYTES,
};

/** Reads the parts as they come, the file into memory. @throws Error for a body that is no multipart request */
export function readMultipart(
  headers: IncomingHttpHeaders,
  body: Readable,
): Promise<MultipartBody> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const files = new Map<string, Upload>();
    const busboy = new Busboy({ headers: headers as BusboyHeaders, limits: LIMITS });
    busboy.on('field', (name, value) => fields.set(name, value));
    busboy.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('limit', () => files.set(name, 'TOO_LARGE'));
      stream.once('end', () => {
        if (!files.has(name)) files.set(name, Buffer.concat(chunks));
        for (const chunk of chunks) chunk.fill(0);
      });
    });
    busboy.once('finish', () => {
      resolve({
        operations: fields.get('operations') ?? '',
        map: fields.get('map') ?? '',
        files,
      });
    });
    busboy.once('error', reject);
    body.once('error', reject);
    body.once('aborted', () => {
      reject(new Error('the upload broke off'));
    });
    body.pipe(busboy);
  });
}

/**
 * The operation with a reference to each file at its place. @throws Error where parts are missing or do not fit
 * together
 */
export function withReferences(
  { operations, map, files }: MultipartBody,
  keep: (upload: Upload) => string,
): object {
  const operation: unknown = JSON.parse(operations);
  if (!isRecord(operation)) throw new Error('operations is no object');
  for (const [part, paths] of Object.entries(JSON.parse(map) as Record<string, unknown>)) {
    const file = files.get(part);
    if (file === undefined || !Array.isArray(paths)) throw new Error('map names no file');
    const reference = keep(file);
    for (const path of paths) place(operation, String(path).split('.'), reference);
  }
  return operation;
}

function place(
  operation: Record<string, unknown>,
  path: readonly string[],
  reference: string,
): void {
  let parent: Record<string, unknown> = operation;
  for (const key of path.slice(0, -1)) {
    const child = Object.hasOwn(parent, key) ? parent[key] : null;
    if (!isRecord(child)) throw new Error('map names no variable');
    parent = child;
  }
  const last = path.at(-1) ?? '';
  if (!Object.hasOwn(parent, last)) throw new Error('map names no variable');
  parent[last] = reference;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
