import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { loadDoor } from './door-page.js';
import { registerPages } from './register-pages.js';

const PAGE = `<!doctype html><html lang="en"><head>
<script id="settings" type="application/json"></script>
<link rel="stylesheet" crossorigin href="/app/assets/give-AbC.css">
</head><body><div id="root"></div></body></html>`;
/** Draws what it was told and answered. */
const DRAWING = `export async function drawGive(settings, post) {
  const answer = await post({ query: 'options' });
  if (answer.data === undefined) throw new Error('nothing to draw');
  return { markup: '<h1>' + settings.language + answer.data + '</h1>', settings: { ...settings, odd: '</script>$&' } };
}`;

let folder: string;
let server: FastifyInstance;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kinward-door-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'doors'));
  writeFileSync(join(folder, 'give.html'), PAGE);
  writeFileSync(join(folder, 'assets', 'give-AbC.css'), 'h1 { color: teal; }');
  writeFileSync(join(folder, 'doors', 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'doors', 'server.js'), DRAWING);
  const files = await loadDoor(folder);
  if (files === null) throw new Error('the built page was not found');
  server = Fastify();
  const door = { files, organization: 'lantern' };
  await registerPages(server, { demoLogins: null, organizationNames: [], desk: null, door });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } });
const answer = (body: object) => server.post('/graphql', () => body);

describe('the donors’ pages', () => {
  it('are drawn in the language that the browser asks for, or that a link names', async () => {
    answer({ data: '!' });
    const asked = await get('/give', { 'accept-language': 'de,pl;q=0.8' });
    expect(asked.body).toContain('<html lang="pl">');
    expect(asked.body).toContain('<div id="root"><h1>pl!</h1></div>');
    expect((await get('/give?lang=be')).body).toContain('<h1>be!</h1>');
    expect((await get('/give')).body).toContain('<h1>en!</h1>');
  });

  it('carry their style under the nonce of this answer, and settings that cannot end early', async () => {
    answer({ data: '!' });
    const { body, headers } = await get('/give');
    const policy = String(headers['content-security-policy']);
    const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? '';
    expect(body).toContain(`<style nonce="${nonce}">h1 { color: teal; }</style>`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    const text = /application\/json">(.*)<\/script>\n/.exec(body)?.[1] ?? '';
    expect(JSON.parse(text)).toMatchObject({ organization: 'lantern', odd: '</script>$&' });
  });

  it('come without a drawing where there is nothing to draw, and ask by themselves then', async () => {
    answer({ errors: [] });
    for (const place of ['/give', '/give/thanks', '/gift']) {
      const { statusCode, body } = await get(place);
      expect(statusCode).toBe(200);
      expect(body).toContain('<div id="root"></div>');
    }
  });

  it('are packed for whoever takes that', async () => {
    answer({ data: '!' });
    const { rawPayload, headers } = await get('/give', { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(rawPayload).toString()).toContain('<h1>en!</h1>');
  });
});

it('are not there where they were not built', async () => {
  expect(await loadDoor(join(folder, 'nowhere'))).toBeNull();
});
