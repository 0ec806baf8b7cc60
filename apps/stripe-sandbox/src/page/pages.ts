import type { Stripe } from 'stripe';
import { answerInvoiceChallenge } from '../billing/collect.js';
import { ApiError } from '../http/api-error.js';
import { CHOICES, type ChoiceName } from '../payments/cards.js';
import { answerChallenge, submitSession, type PageStep } from '../payments/complete-session.js';
import type { World } from '../world.js';
import type { Page } from './layout.js';
import { challengePage, challengeTargets, endPage, payPage, withId } from './pay-page.js';

/** A page, or the address to go to. */
export type PageAnswer = Page | { readonly redirect: string };

/** Answers what a donor's browser asks: the hosted page and the bank's page. */
export function answerPage(
  world: World,
  method: string,
  path: string,
  body: string,
): PageAnswer | undefined {
  const [, kind, id = ''] = /^\/(pay|authenticate)\/(\w+)$/.exec(path) ?? [];
  const form = new URLSearchParams(body);
  if (kind === 'pay') return payment(world, method, id, form);
  if (kind === 'authenticate') return authentication(world, method, id, form);
  return undefined;
}

function payment(world: World, method: string, id: string, form: URLSearchParams): PageAnswer {
  const session = world.store.sessions.get(id);
  if (!session) return endPage('There is no such session.', 404);
  if (session.status !== 'open') return endPage(`This session is ${String(session.status)}.`, 410);
  if (method === 'GET') return payPage(world, session);
  const choice = form.get('choice') ?? '';
  if (!(choice in CHOICES)) return payPage(world, session, 'Choose how to pay.');
  const email = form.get('email')?.trim() || null;
  return guarded(world, session, () =>
    submitSession(world, session, { choice: choice as ChoiceName, email }),
  );
}

function guarded(world: World, session: Stripe.Checkout.Session, act: () => PageStep): PageAnswer {
  try {
    return next(world, session, act());
  } catch (error) {
    if (error instanceof ApiError) return payPage(world, session, error.message);
    throw error;
  }
}

function next(world: World, session: Stripe.Checkout.Session, step: PageStep): PageAnswer {
  if (step === 'complete') return { redirect: withId(session.success_url ?? '/', session) };
  if (step === 'authenticate') return { redirect: `/authenticate/${intentIdOf(session)}` };
  return payPage(world, session, 'This payment was declined. No money was taken. Try another way.');
}

function intentIdOf(session: Stripe.Checkout.Session): string {
  return String(session.setup_intent ?? session.payment_intent);
}

function authentication(
  world: World,
  method: string,
  id: string,
  form: URLSearchParams,
): PageAnswer {
  const session = world.store.sessions.all().find((candidate) => intentIdOf(candidate) === id);
  if (!session) return invoiceAuthentication(world, method, id, form);
  if (method === 'GET') return challengePage(id, challengeTargets(session));
  return guarded(world, session, () =>
    answerChallenge(world, session, form.get('answer') === 'approve'),
  );
}

/** The page that a failed renewal leads its donor to. */
function invoiceAuthentication(
  world: World,
  method: string,
  id: string,
  form: URLSearchParams,
): PageAnswer {
  const { store } = world;
  const tie = store.invoicePayments.all().find(({ payment }) => payment.payment_intent === id);
  const intent = store.paymentIntents.get(id);
  if (!tie || intent?.status !== 'requires_action')
    return endPage('There is nothing to confirm.', 404);
  if (method === 'GET') return challengePage(id, []);
  const invoice = store.invoices.need(tie.invoice as string);
  const step = answerInvoiceChallenge(world, invoice, form.get('answer') === 'approve');
  return endPage(step === 'complete' ? 'Thank you. The gift is paid.' : 'It was not paid.', 200);
}
