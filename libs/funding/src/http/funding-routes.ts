import type { DomainError, Result } from '@kinward/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { ReceiptFileQuery } from '../application/donors/receipt-file.query.js';
import { StatementFileQuery } from '../application/donors/statement-file.query.js';
import { WebhookIntake } from '../application/webhook-intake.js';

/** Bytes; the provider's events are far smaller. */
const WEBHOOK_LIMIT = 256_000;
const FILE_LIMIT = 1_000;
const TEXT_LENGTH = 100;
/** Of which there could be a statement. */
const YEARS = Array.from({ length: 200 }, (_, index) => 2000 + index);

/** The addresses beside GraphQL: the provider's webhook, and donors' files. Call it before the server listens. */
export async function registerFundingRoutes(app: NestFastifyApplication): Promise<void> {
  const intake = app.get(WebhookIntake, { strict: false });
  const receipts = app.get(ReceiptFileQuery, { strict: false });
  const statements = app.get(StatementFileQuery, { strict: false });
  const server = app.getHttpAdapter().getInstance();
  await server.register((scope, _options, done) => {
    // The signature is over the bytes as they came: nothing may read them first.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    scope.post('/webhooks/stripe', { bodyLimit: WEBHOOK_LIMIT }, async (request, reply) => {
      const signature = request.headers['stripe-signature'];
      const { body } = request;
      const isTaken =
        Buffer.isBuffer(body) &&
        typeof signature === 'string' &&
        (await intake.take(body, signature));
      return reply.code(isTaken ? 200 : 400).send();
    });
    scope.post('/files/receipt', { bodyLimit: FILE_LIMIT }, async ({ body }, reply) => {
      const { token, giftId } = readWanted(body);
      const isWhole = token !== null && typeof giftId === 'string' && giftId.length <= TEXT_LENGTH;
      const file = isWhole ? await receipts.read(token, giftId) : null;
      return sendPdf(reply, 'receipt', file);
    });
    scope.post('/files/statement', { bodyLimit: FILE_LIMIT }, async ({ body }, reply) => {
      const { token, year } = readWanted(body);
      const isWhole = token !== null && typeof year === 'number' && YEARS.includes(year);
      const file = isWhole ? await statements.read(token, year) : null;
      return sendPdf(reply, 'statement', file);
    });
    done();
  });
}

function sendPdf(
  reply: FastifyReply,
  name: string,
  file: Result<Buffer, DomainError> | null,
): FastifyReply {
  if (file?.ok !== true) return reply.code(404).send();
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="${name}.pdf"`)
    .send(file.value);
}

/** What a donor's file is asked for with. */
interface Wanted {
  readonly token: string | null;
  readonly giftId?: unknown;
  readonly year?: unknown;
}

/** The token comes in the body: an address would lie in logs and histories. */
function readWanted(body: unknown): Wanted {
  try {
    const wanted: unknown = Buffer.isBuffer(body) ? JSON.parse(body.toString('utf8')) : null;
    if (typeof wanted !== 'object' || wanted === null) return { token: null };
    const { token, giftId, year } = wanted as Readonly<Record<string, unknown>>;
    const isToken = typeof token === 'string' && token.length <= TEXT_LENGTH;
    return { token: isToken ? token : null, giftId, year };
  } catch {
    return { token: null };
  }
}
