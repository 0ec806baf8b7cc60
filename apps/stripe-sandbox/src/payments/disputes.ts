import type { Stripe } from 'stripe';
import { refused } from '../http/api-error.js';
import { newId } from '../state/ids.js';
import type { Minor } from '../state/minor.js';
import type { World } from '../world.js';
import { bookMovement, disputeFee } from './balance.js';

interface NewDispute {
  /** Minor units; the whole charge without it. */
  readonly amount?: Minor;
  readonly reason?: string;
}

const EVIDENCE_SECONDS = 9 * 86_400;
const OPEN = ['needs_response', 'under_review'];

/** The donor's bank takes the money of a charge back, at once, until somebody has decided. */
export function openDispute(
  world: World,
  charge: Stripe.Charge,
  wanted: NewDispute = {},
): Stripe.Dispute {
  if (!charge.captured || charge.disputed)
    throw refused('charge_not_disputable', `Charge ${charge.id} cannot be disputed.`);
  const amount = wanted.amount ?? charge.amount_captured;
  if (amount < 1 || amount > charge.amount_captured)
    throw refused('amount_too_large', 'More than the charge cannot be disputed.', 'amount');
  const dispute = world.store.disputes.add(newDispute(world, charge, amount, wanted.reason));
  charge.disputed = true;
  world.emit('charge.dispute.created', dispute);
  const movement = bookMovement(world, {
    amount: -dispute.amount,
    fee: disputeFee(),
    type: 'adjustment',
    category: 'dispute',
    source: dispute.id,
    description: `Chargeback withdrawal for ${charge.id}`,
  });
  dispute.balance_transactions.push(movement);
  world.emit('charge.dispute.funds_withdrawn', dispute, { balance_transactions: [] });
  return dispute;
}

/** The network decides. Won: the amount comes back, the fee does not. */
export function decideDispute(
  world: World,
  dispute: Stripe.Dispute,
  outcome: 'won' | 'lost',
): Stripe.Dispute {
  if (!OPEN.includes(dispute.status))
    throw refused('dispute_closed', `Dispute ${dispute.id} is ${dispute.status}.`);
  const before = { status: dispute.status };
  dispute.status = outcome;
  if (outcome === 'won') reinstate(world, dispute);
  world.emit('charge.dispute.closed', dispute, before);
  return dispute;
}

function reinstate(world: World, dispute: Stripe.Dispute): void {
  const before = { balance_transactions: structuredClone(dispute.balance_transactions) };
  const movement = bookMovement(world, {
    amount: dispute.amount,
    type: 'adjustment',
    category: 'dispute_reversal',
    source: dispute.id,
    description: `Chargeback reversal for ${String(dispute.charge)}`,
  });
  dispute.balance_transactions.push(movement);
  dispute.is_charge_refundable = true;
  world.emit('charge.dispute.funds_reinstated', dispute, before);
}

function newDispute(
  world: World,
  charge: Stripe.Charge,
  amount: Minor,
  reason = 'fraudulent',
): Stripe.Dispute {
  const created = world.clock.now();
  return {
    id: newId('du'),
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence(),
    evidence_details: {
      due_by: created + EVIDENCE_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      type: 'card',
      card: {
        brand: 'visa',
        case_type: 'chargeback',
        network: 'visa',
        network_reason_code: '10.4',
      },
    },
    reason,
    status: 'needs_response',
  };
}

function noEvidence(): Stripe.Dispute.Evidence {
  return {
    access_activity_log: null,
    billing_address: null,
    cancellation_policy: null,
    cancellation_policy_disclosure: null,
    cancellation_rebuttal: null,
    customer_communication: null,
    customer_email_address: null,
    customer_name: null,
    customer_purchase_ip: null,
    customer_signature: null,
    duplicate_charge_documentation: null,
    duplicate_charge_explanation: null,
    duplicate_charge_id: null,
    enhanced_evidence: {},
    product_description: null,
    receipt: null,
    refund_policy: null,
    refund_policy_disclosure: null,
    refund_refusal_explanation: null,
    service_date: null,
    service_documentation: null,
    shipping_address: null,
    shipping_carrier: null,
    shipping_date: null,
    shipping_documentation: null,
    shipping_tracking_number: null,
    uncategorized_file: null,
    uncategorized_text: null,
  };
}
