import { z } from 'zod';
import { clearable, flag, metadata, text, whole } from '../http/params.js';
import { priceData, recurringParams } from './price.js';

const itemPrice = {
  price: text.optional(),
  price_data: priceData
    .omit({ product_data: true })
    .extend({ recurring: recurringParams })
    .optional(),
  quantity: whole.refine((quantity) => quantity >= 1, 'At least 1').optional(),
  metadata: metadata.optional(),
};

const cancellationDetails = z.strictObject({
  comment: clearable(text).optional(),
  feedback: clearable(text).optional(),
});

const paymentSettings = z.strictObject({
  save_default_payment_method: z.enum(['off']).optional(),
});

export const createParams = z.strictObject({
  customer: text,
  items: z.array(z.strictObject(itemPrice)).length(1, 'The sandbox speaks exactly one item.'),
  cancel_at_period_end: flag.optional(),
  collection_method: z.enum(['charge_automatically']).optional(),
  currency: text.optional(),
  default_payment_method: text.optional(),
  description: z.string().max(500).optional(),
  metadata: metadata.optional(),
  off_session: flag.optional(),
  payment_behavior: z.enum(['allow_incomplete', 'error_if_incomplete']).optional(),
  payment_settings: paymentSettings.optional(),
  proration_behavior: z.enum(['none', 'create_prorations']).optional(),
});
export type CreateParams = z.output<typeof createParams>;

export const updateParams = z.strictObject({
  cancel_at_period_end: flag.optional(),
  cancellation_details: cancellationDetails.optional(),
  default_payment_method: clearable(text).optional(),
  description: clearable(z.string().max(500)).optional(),
  items: z
    .array(z.strictObject({ ...itemPrice, id: text }))
    .length(1, 'The sandbox speaks exactly one item.')
    .optional(),
  metadata: metadata.optional(),
  off_session: flag.optional(),
  pause_collection: clearable(
    z.strictObject({
      behavior: z.enum(['keep_as_draft', 'mark_uncollectible', 'void']),
      resumes_at: whole.optional(),
    }),
  ).optional(),
  payment_settings: paymentSettings.optional(),
  proration_behavior: z.enum(['none'], 'The sandbox speaks none only.').optional(),
});
export type UpdateParams = z.output<typeof updateParams>;

export const cancelParams = z.strictObject({
  cancellation_details: cancellationDetails.optional(),
  invoice_now: z.enum(['false']).optional(),
  prorate: z.enum(['false']).optional(),
});
