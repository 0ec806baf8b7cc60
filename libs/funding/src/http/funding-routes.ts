import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ReceiptFileQuery } from '../application/donors/receipt-file.query.js';
import { WebhookIntake } from '../application/webhook-intake.js';

/** Bytes; the provider's events are far smaller. */
const WEBHOOK_LIMIT = 256_000;
const RECEIPT_LIMIT = 1_000;
const TEXT_LENGTH = 100;

/** The two addresses beside GraphQL: the provider's webhook, and receipts. Call it before the server listens. */
export async function registerFundingRoutes(app: NestFastifyApplication): Promise<void> {
  const intake = app.get(WebhookIntake, { strict: false });
  const receipts = app.get(ReceiptFileQuery, { strict: false });
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
    scope.post('/files/receipt', { bodyLimit: RECEIPT_LIMIT }, async (request, reply) => {
      const wanted = readWanted(request.body);
      const file = wanted === null ? null : await receipts.read(wanted.token, wanted.giftId);
      if (file?.ok !== true) return reply.code(404).send();
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'attachment; filename="receipt.pdf"')
        .send(file.value);
    });
    done();
  });
}

/** The token comes in the body: an address would lie in logs and histories. */
function readWanted(body: unknown): { token: string; giftId: string } | null {
  try {
    const wanted: unknown = Buffer.isBuffer(body) ? JSON.parse(body.toString('utf8')) : null;
    if (typeof wanted !== 'object' || wanted === null) return null;
    const { token, giftId } = wanted as { token?: unknown; giftId?: unknown };
    const isText = (text: unknown): text is string =>
      typeof text === 'string' && text.length <= TEXT_LENGTH;
    return isText(token) && isText(giftId) ? { token, giftId } : null;
  } catch {
    return null;
  }
}
