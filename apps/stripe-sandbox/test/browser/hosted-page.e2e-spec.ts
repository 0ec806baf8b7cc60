import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Stripe } from 'stripe';
import { gift, manualGift, startShop, type Shop } from '../support/start-shop.js';
import { launchChromium } from '@kinward/testing';

const launched = await launchChromium();
const patienceMs = 60_000;
let shop: Shop;
let home: Server;

beforeAll(async () => {
  shop = await startShop();
  home = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>Home</h1>${request.url}`);
  });
  await new Promise<void>((resolve) => home.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  home.closeAllConnections();
  home.close();
  await shop.close();
  if ('close' in launched) await launched.close();
});

if ('skipped' in launched) {
  process.stderr.write(`Browser tests skipped: ${launched.skipped}\n`);
  describe('the hosted page', () => {
    it.skip(`skipped: ${launched.skipped}`, () => undefined);
  });
} else {
  describe('the hosted page', () => journeys(launched.browser));
}

function journeys(browser: Browser): void {
  it('takes a gift, by mouse, on a narrow screen', () => visit(browser, narrowGift), patienceMs);
  it('goes through 3-D Secure by keyboard', () => visit(browser, challenge), patienceMs);
  it('stays after a decline, and leads back', () => visit(browser, declineAndCancel), patienceMs);
  it('shows that a session is over', () => visit(browser, over), patienceMs);
}

/** Runs a journey; whatever the browser complains about fails it. */
async function visit(browser: Browser, journey: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!message.text().includes('favicon')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await journey(page);
  await context.close();
  expect(complaints).toEqual([]);
}

async function open(page: Page, params: Stripe.Checkout.SessionCreateParams): Promise<string> {
  const origin = `http://127.0.0.1:${(home.address() as AddressInfo).port}`;
  const session = await shop.stripe.checkout.sessions.create({
    ...params,
    success_url: `${origin}/thanks?session={CHECKOUT_SESSION_ID}`,
    cancel_url: `${origin}/back`,
  });
  await page.goto(String(session.url));
  return session.id;
}

const statusOf = async (sessionId: string): Promise<string> => {
  const expand = ['payment_intent'];
  const session = await shop.stripe.checkout.sessions.retrieve(sessionId, { expand });
  return (session.payment_intent as Stripe.PaymentIntent).status;
};

async function narrowGift(page: Page): Promise<void> {
  const id = await open(page, manualGift());
  expect(await page.textContent('[role=note]')).toContain('Sandbox, no real money');
  expect(await page.textContent('main')).toContain('€25.00');
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(360);
  expect(await page.locator('input[value=delayed]').count()).toBe(0);
  await page.getByLabel('Card issued in Belarus').check();
  await page.getByRole('button', { name: 'Donate' }).click();
  await page.waitForURL(`**/thanks?session=${id}`);
  expect(await statusOf(id)).toBe('requires_capture');
}

async function challenge(page: Page): Promise<void> {
  const id = await open(page, gift());
  await page.getByLabel('Card that asks for 3-D Secure', { exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '3-D Secure' }).waitFor();
  await page.getByRole('button', { name: 'Approve' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/thanks?**');
  expect(await statusOf(id)).toBe('succeeded');
}

async function declineAndCancel(page: Page): Promise<void> {
  const id = await open(page, gift());
  await page.getByLabel('Card that its bank declines').check();
  await page.click('#submit');
  expect(await page.textContent('[role=alert]')).toContain('declined');
  expect(await statusOf(id)).toBe('requires_payment_method');
  await page.click('#cancel');
  await page.waitForURL('**/back');
}

async function over(page: Page): Promise<void> {
  const id = await open(page, gift());
  await shop.stripe.checkout.sessions.expire(id);
  // Asked for by hand, because a browser reports a status of 410 as a complaint.
  const response = await page.request.get(`${shop.sandbox.url}/pay/${id}`);
  expect(response.status()).toBe(410);
  expect(await response.text()).toContain('This session is expired.');
}
