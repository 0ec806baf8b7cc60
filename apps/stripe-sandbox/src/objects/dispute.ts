import { z } from 'zod';
import type { Stripe } from 'stripe';
import { noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { flag, mergedMetadata, metadata, none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { decideDispute } from '../payments/disputes.js';
import { changesOf } from '../state/changes.js';
import type { World } from '../world.js';

const filters = { charge: text.optional(), payment_intent: text.optional() };
const updateParams = z.strictObject({
  evidence: z
    .strictObject({
      product_description: text.optional(),
      customer_communication: text.optional(),
      uncategorized_text: text.optional(),
    })
    .optional(),
  metadata: metadata.optional(),
  submit: flag.optional(),
});
type Changes = z.output<typeof updateParams>;

export const disputeRoutes: readonly Route[] = [
  listRoute('/disputes', filters, ({ store }, { charge, payment_intent: intent }) =>
    store.disputes
      .newestFirst()
      .filter((dispute) => charge === undefined || dispute.charge === charge)
      .filter((dispute) => intent === undefined || dispute.payment_intent === intent),
  ),
  route('GET', '/disputes/:id', none, (world, _, id) => disputeOf(world, id)),
  route('POST', '/disputes/:id', updateParams, (world, params, id) =>
    update(world, disputeOf(world, id), params),
  ),
  route('POST', '/disputes/:id/close', none, (world, _, id) =>
    decideDispute(world, disputeOf(world, id), 'lost'),
  ),
];

export function disputeOf({ store }: World, id: string): Stripe.Dispute {
  const dispute = store.disputes.get(id);
  if (!dispute) throw noSuch('dispute', id, 'dispute');
  return dispute;
}

/** Evidence; submitted texts `winning_evidence` and `losing_evidence` decide, as in test mode. */
function update(world: World, dispute: Stripe.Dispute, params: Changes): Stripe.Dispute {
  const before = structuredClone(dispute);
  dispute.metadata = mergedMetadata(dispute.metadata, params.metadata);
  if (params.evidence) {
    Object.assign(dispute.evidence, params.evidence);
    dispute.evidence_details.has_evidence = true;
  }
  const isSubmitted = params.submit !== false && params.evidence !== undefined;
  if (isSubmitted) {
    dispute.status = 'under_review';
    dispute.evidence_details.submission_count += 1;
    dispute.evidence_details.submission_method = 'manual';
  }
  world.emit('charge.dispute.updated', dispute, changesOf(before, dispute));
  const words = params.evidence?.uncategorized_text;
  if (isSubmitted && words === 'winning_evidence') decideDispute(world, dispute, 'won');
  if (isSubmitted && words === 'losing_evidence') decideDispute(world, dispute, 'lost');
  return dispute;
}
