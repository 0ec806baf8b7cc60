import { z } from 'zod';
import { invalidParameter } from '../http/api-error.js';
import { metadata, text, whole } from '../http/params.js';
import { priceData } from './price.js';

const descriptorSuffix = z
  .string()
  .max(22)
  .regex(/^[^<>\\'"*]*[A-Za-z][^<>\\'"*]*$/, 'At least one letter, none of < > \\ \' " *');

const captureMethod = z.enum(['automatic', 'automatic_async', 'manual']);

/** What a session may be created with; everything else is refused by name. */
export const sessionParams = z.strictObject({
  mode: z.enum(['payment', 'setup']),
  ui_mode: z.enum(['hosted_page']).optional(),
  success_url: z.url().max(5000),
  cancel_url: z.url().max(5000).optional(),
  client_reference_id: z.string().max(200).optional(),
  currency: text.optional(),
  customer: text.optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  customer_email: z.string().max(800).optional(),
  expires_at: whole.optional(),
  line_items: z
    .array(
      z.strictObject({
        price: text.optional(),
        price_data: priceData.optional(),
        quantity: whole.refine((quantity) => quantity >= 1, 'At least 1').optional(),
      }),
    )
    .min(1)
    .max(100)
    .optional(),
  locale: text.optional(),
  metadata: metadata.optional(),
  payment_intent_data: z
    .strictObject({
      capture_method: captureMethod.optional(),
      description: z.string().max(1000).optional(),
      metadata: metadata.optional(),
      receipt_email: text.optional(),
      statement_descriptor_suffix: descriptorSuffix.optional(),
    })
    .optional(),
  payment_method_options: z
    .strictObject({
      card: z
        .strictObject({
          capture_method: captureMethod.optional(),
          request_three_d_secure: z.enum(['any', 'automatic', 'challenge']).optional(),
          statement_descriptor_suffix_kana: text.optional(),
        })
        .optional(),
    })
    .optional(),
  allowed_payment_method_types: z.array(text).optional(),
  excluded_payment_method_types: z.array(text).optional(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  setup_intent_data: z
    .strictObject({
      description: z.string().max(1000).optional(),
      metadata: metadata.optional(),
    })
    .optional(),
  submit_type: z.enum(['auto', 'book', 'donate', 'pay']).optional(),
});

export type SessionParams = z.output<typeof sessionParams>;

/** Rules between parameters that the shape alone cannot say. */
export function assertSessionRules(params: SessionParams, nowSeconds: number): void {
  if (params.mode === 'payment') assertPaymentRules(params);
  else assertSetupRules(params);
  if (params.customer !== undefined && params.customer_email !== undefined)
    throw invalidParameter('customer_email', 'Say either customer or customer_email, not both.');
  const { expires_at: expiry } = params;
  if (expiry !== undefined && (expiry < nowSeconds + 1800 || expiry > nowSeconds + 86_400))
    throw invalidParameter(
      'expires_at',
      'The `expires_at` timestamp must be between 30 minutes and 24 hours from creation.',
    );
}

function assertPaymentRules(params: SessionParams): void {
  if (params.line_items === undefined)
    throw invalidParameter(
      'line_items',
      'You must specify line_items in payment mode.',
      'parameter_missing',
    );
  if (params.setup_intent_data !== undefined)
    throw invalidParameter(
      'setup_intent_data',
      'You can not pass `setup_intent_data` in `payment` mode.',
    );
}

function assertSetupRules(params: SessionParams): void {
  const wrong = (['line_items', 'payment_intent_data', 'submit_type'] as const).find(
    (name) => params[name] !== undefined,
  );
  if (wrong) throw invalidParameter(wrong, `You can not pass \`${wrong}\` in \`setup\` mode.`);
  if (params.currency === undefined)
    throw invalidParameter(
      'currency',
      'Without payment_method_types, setup mode needs a currency.',
      'parameter_missing',
    );
}
