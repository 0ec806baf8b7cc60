import { z } from 'zod';
import { CHOICES, type ChoiceName } from '../payments/cards.js';
import type { Control } from './control.js';

interface Action {
  run(control: Control, body: unknown): unknown;
}

function action<S extends z.ZodType>(
  schema: S,
  run: (control: Control, body: z.output<S>) => unknown,
): Action {
  return { run: (control, body) => run(control, schema.parse(body)) };
}

const choice = z.enum(Object.keys(CHOICES) as [ChoiceName, ...ChoiceName[]]);
const outcome = z.enum(['succeed', 'fail']);
const count = z.number().int().nonnegative();
const defined = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const chaos = z.strictObject({
  duplicates: count.optional(),
  shuffle: z.union([z.boolean(), count]).optional(),
  withhold: z.union([z.boolean(), z.array(z.string())]).optional(),
  delayMs: count.optional(),
  ageSeconds: count.optional(),
});

const fault = z.strictObject({
  kind: z.enum(['error500', 'error429', 'drop', 'hang', 'slow']),
  path: z.string().optional(),
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  times: count.optional(),
  workDone: z.boolean().optional(),
  delayMs: count.optional(),
});

/** What `POST /_sandbox/<name>` does with its JSON body. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  advance: action(
    z.strictObject({ days: count.optional(), seconds: count.optional() }),
    (control, body) => control.advance(defined(body)),
  ),
  submit: action(
    z.strictObject({ session: z.string(), choice: choice.optional(), email: z.email().optional() }),
    (control, body) => ({ step: control.submit(body.session, body.choice, body.email) }),
  ),
  authenticate: action(
    z.strictObject({ id: z.string(), approve: z.boolean() }),
    (control, body) => ({ step: control.authenticate(body.id, body.approve) }),
  ),
  settle: action(z.strictObject({ payment_intent: z.string(), outcome }), (control, body) =>
    control.settle(body.payment_intent, body.outcome),
  ),
  dispute: action(
    z.strictObject({
      charge: z.string(),
      amount: count.optional(),
      reason: z.string().optional(),
    }),
    (control, { charge, ...wanted }) => control.dispute(charge, defined(wanted)),
  ),
  'decide-dispute': action(
    z.strictObject({ dispute: z.string(), outcome: z.enum(['won', 'lost']) }),
    (control, body) => control.decideDispute(body.dispute, body.outcome),
  ),
  'fail-refund': action(z.strictObject({ refund: z.string() }), (control, body) =>
    control.failRefund(body.refund),
  ),
  'pay-out': action(z.strictObject({}), (control) => control.payOut()),
  'settle-payout': action(
    z.strictObject({ payout: z.string(), outcome: z.enum(['paid', 'failed']) }),
    (control, body) => control.settlePayout(body.payout, body.outcome),
  ),
  behaviour: action(
    z.strictObject({
      payment_method: z.string(),
      behaviour: z.enum(['ok', 'decline', 'challenge']),
    }),
    (control, body) => control.setBehaviour(body.payment_method, body.behaviour),
  ),
  chaos: action(chaos, (control, body) => control.setChaos(defined(body))),
  resend: action(
    z.strictObject({
      event: z.string(),
      times: count.optional(),
      ageSeconds: count.optional(),
    }),
    (control, { event, ...how }) => control.resend(event, defined(how)),
  ),
  release: action(z.strictObject({}), (control) => control.release()),
  settled: action(z.strictObject({}), (control) => control.settled()),
  fault: action(fault, (control, body) => control.inject(defined(body))),
  'clear-faults': action(z.strictObject({}), (control) => control.clearFaults()),
};

/** What `GET /_sandbox/<name>` shows. */
export const VIEWS: Readonly<Record<string, (control: Control) => unknown>> = {
  calls: (control) => control.calls(),
  deliveries: (control) => control.deliveries(),
  totals: (control) => control.totals(),
  now: (control) => ({ now: control.now() }),
};
