import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const PACKED = new WeakMap<Buffer, Buffer>();

/** Sends bytes that are the same for everybody, packed where the browser takes that: a slow network is most of a wait. */
export function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Buffer,
): FastifyReply {
  reply.header('vary', 'accept-encoding');
  if (request.headers['accept-encoding']?.includes('gzip') !== true) return reply.send(body);
  const packed = PACKED.get(body) ?? gzipSync(body, { level: 9 });
  PACKED.set(body, packed);
  return reply.header('content-encoding', 'gzip').send(packed);
}
