import type { FastifyReply } from 'fastify';

const commonDirectives = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** Policy of the plain pages: own styles and scripts, and no script may write markup. */
export const plainPagePolicy = [
  ...commonDirectives,
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Policy of the explorer. GraphiQL writes markup through `innerHTML`, so trusted types cannot be
 * required; its dialogs add one style element, which carries the nonce of this answer instead of
 * opening the page to every inline style. No font source: the pages use system fonts.
 */
export function explorerPolicy(nonce: string): string {
  return [...commonDirectives, `style-src 'self' 'nonce-${nonce}'`, "connect-src 'self'"].join(
    '; ',
  );
}

/**
 * Policy of the web application. Its component library adds style elements, which carry the nonce of this answer; there
 * is no inline script, and nothing is fetched from anywhere else.
 */
export function deskPolicy(nonce: string): string {
  return [
    ...commonDirectives,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "manifest-src 'self'",
  ].join('; ');
}

/** Sends one HTML page that nobody may store, frame, index or learn the address of. */
export function sendPage(
  reply: FastifyReply,
  page: { readonly status: number; readonly policy: string; readonly markup: string },
): FastifyReply {
  return headPage(reply, page).send(page.markup);
}

/** Everything about such a page but its text. */
export function headPage(
  reply: FastifyReply,
  page: { readonly status: number; readonly policy: string },
): FastifyReply {
  return reply
    .code(page.status)
    .headers({
      'content-security-policy': page.policy,
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
    })
    .type('text/html; charset=utf-8');
}
