import { createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** A file on disk, or an upload that is held in memory: no copy in clear is ever written. */
export type ExportSource =
  | { readonly kind: 'FILE'; readonly path: string }
  | { readonly kind: 'BYTES'; readonly bytes: Buffer };

const CHUNK_BYTES = 65_536;

/** The bytes in order, a chunk at a time. */
export function streamOf(source: ExportSource): Readable {
  if (source.kind === 'FILE') return createReadStream(source.path, { highWaterMark: CHUNK_BYTES });
  return Readable.from(chunksOf(source.bytes));
}

/** The first bytes, which tell the kinds of files apart. */
export async function headOf(source: ExportSource, length: number): Promise<Buffer> {
  if (source.kind === 'BYTES') return source.bytes.subarray(0, length);
  const file = await open(source.path, 'r');
  try {
    const head = Buffer.alloc(length);
    const { bytesRead } = await file.read(head, 0, length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** HMAC-SHA-256 of the whole file. */
export async function digestOf(source: ExportSource, key: Buffer): Promise<Buffer> {
  const digest = createHmac('sha256', key);
  for await (const chunk of streamOf(source)) digest.update(chunk as Buffer);
  return digest.digest();
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}
