import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { loadDeskFiles } from './desk-page.js';
import { registerPages } from './register-pages.js';

const INDEX = `<!doctype html><html lang="en"><head><title>Desk</title>
<script id="settings" type="application/json"></script></head><body></body></html>`;

let folder: string;
let server: FastifyInstance;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kinward-desk-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), INDEX);
  writeFileSync(join(folder, 'assets', 'main-AbC.js'), 'export {};');
  const files = await loadDeskFiles(folder);
  if (files === null) throw new Error('the built page was not found');
  const login = {
    ...{ role: 'VOLUNTEER', displayName: 'Demo </script> One', organization: 'Demo-Org' },
    ...{ email: 'demo-one@demo.example', passphrase: 'demo words only' },
  };
  server = Fastify();
  const desk = { files, pageName: 'Notes & more', knowsDocuments: true };
  await registerPages(server, { demoLogins: [login], organizationNames: ['Demo-Org'], desk });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, accept = 'text/html') =>
  server.inject({ method: 'GET', url, headers: { accept } });

describe('the web application', () => {
  it.each(['/', '/queue', '/queue/0192f3d0-0000-7000-8000-000000000001'])(
    'answers at %s with the same page, so that every address can be opened directly',
    async (url) => {
      const { statusCode, body, headers } = await get(url);
      expect(statusCode).toBe(200);
      expect(body).toContain('<title>Notes &#38; more</title>');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
    },
  );

  it('tells the page its settings, which cannot end their element early', async () => {
    const { body } = await get('/');
    const text = /application\/json">(.*)<\/script><\/head>/.exec(body)?.[1] ?? '';
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({
      pageName: 'Notes & more',
      knowsDocuments: true,
      demoLogins: [{ displayName: 'Demo </script> One' }],
    });
  });

  it('takes styles under a nonce of this answer alone, and nothing inline or foreign', async () => {
    const policies = await Promise.all(
      [get('/'), get('/')].map(async (answer) =>
        String((await answer).headers['content-security-policy']),
      ),
    );
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
    expect(policies[0]).not.toBe(policies[1]);
    const nonce = /'nonce-([\w-]+)'/.exec(
      (await get('/')).headers['content-security-policy'] as string,
    );
    expect(nonce).not.toBeNull();
  });

  it('keeps its files for good, because their names change with them; unknown ones are not there', async () => {
    const { headers, body } = await get('/app/assets/main-AbC.js', '*/*');
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toContain('text/javascript');
    expect(body).toBe('export {};');
    for (const url of ['/app/assets/main-XyZ.js', '/app/assets/..%2findex.html', '/queue']) {
      expect((await get(url, '*/*')).statusCode).toBe(404);
    }
  });

  it('can be installed under its neutral name, and leaves the page about the server at /about', async () => {
    expect((await get('/app.webmanifest')).json()).toMatchObject({
      name: 'Notes & more',
      start_url: '/',
    });
    expect((await get('/app-icon.svg')).headers['content-type']).toContain('image/svg+xml');
    expect((await get('/about')).body).toContain('What is not protected');
  });
});

it('is not there where it was not built', async () => {
  expect(await loadDeskFiles(join(folder, 'nowhere'))).toBeNull();
});
