import type { Stripe } from 'stripe';
import { choicesFor } from '../payments/complete-session.js';
import type { Minor } from '../state/minor.js';
import type { World } from '../world.js';
import { escaped, type Page } from './layout.js';

type Session = Stripe.Checkout.Session;

/** The form of an open session. */
export function payPage(world: World, session: Session, problem?: string): Page {
  const title = session.mode === 'setup' ? 'Keep a card for a monthly gift' : 'Pay';
  const cancel = session.cancel_url
    ? `<p><a id="cancel" href="${escaped(withId(session.cancel_url, session))}">Cancel and go back</a></p>`
    : '';
  return {
    title: `${title} – sandbox`,
    targets: targetsOf(session),
    body: `<h1>${title}</h1>
${summary(world, session)}
${problem === undefined ? '' : `<p class="problem" role="alert">${escaped(problem)}</p>`}
<form method="post" action="/pay/${session.id}">
<fieldset>
<legend>How to pay</legend>
${choices(session)}
</fieldset>
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="off" value="${escaped(session.customer_email ?? 'donor@example.org')}">
<p><button id="submit" type="submit">${buttonOf(session)}</button></p>
</form>
${cancel}`,
  };
}

function summary(world: World, session: Session): string {
  if (session.amount_total === null)
    return '<p>No money is taken now; the card is kept for later payments.</p>';
  const items = world.store.notes.lineItems.get(session.id) ?? [];
  const names = items.map(({ description }) => escaped(description ?? '')).join(', ');
  return `<p>${names}: <strong>${euros(session.amount_total)}</strong></p>`;
}

function choices(session: Session): string {
  return choicesFor(session)
    .map(
      ([name, { label }], index) =>
        `<label><input type="radio" name="choice" value="${name}"${index === 0 ? ' checked' : ''}> ${escaped(label)}</label>`,
    )
    .join('\n');
}

function buttonOf(session: Session): string {
  if (session.mode === 'setup') return 'Keep this card';
  return session.submit_type === 'donate' ? 'Donate' : 'Pay';
}

/** Whole cents as a reader writes them, without a detour over fractions. */
function euros(amount: Minor): string {
  const cents = String(amount % 100).padStart(2, '0');
  return `€${String((amount - (amount % 100)) / 100)}.${cents}`;
}

/** The address with the session's id in the place that the caller has marked. */
export function withId(url: string, session: Session): string {
  return url.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function targetsOf({ success_url: success, cancel_url: cancel }: Session): string[] {
  return [success, cancel].filter((url) => url !== null).map((url) => new URL(url).origin);
}

/** The bank's own page, where the owner of the card says that it is really them. */
export function challengePage(intentId: string, targets: readonly string[]): Page {
  return {
    title: '3-D Secure – sandbox',
    targets,
    body: `<h1>3-D Secure</h1>
<p>Your bank asks whether it is really you.</p>
<form method="post" action="/authenticate/${escaped(intentId)}">
<button id="approve" type="submit" name="answer" value="approve">Approve</button>
<button id="fail" type="submit" name="answer" value="fail">Fail</button>
</form>`,
  };
}

/** A session that can no longer be paid, or none at all. */
export function endPage(message: string, status: number): Page {
  return {
    title: 'Sandbox',
    status,
    body: `<h1>${escaped(message)}</h1>`,
  };
}

export function challengeTargets(session: Session | undefined): string[] {
  return session ? targetsOf(session) : [];
}
