import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header of a body: HMAC-SHA-256 over `<seconds>.<body>` with the secret. */
export function signatureHeader(body: string, secret: string, seconds: number): string {
  const signed = createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex');
  return `t=${seconds},v1=${signed}`;
}
