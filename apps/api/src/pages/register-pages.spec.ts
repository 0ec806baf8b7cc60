import { afterEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { loadPageAssets } from './page-assets.js';
import { pageErrorHandler, registerPages, type DemoLogin } from './register-pages.js';

const login: DemoLogin = {
  role: 'FINANCE_OFFICER',
  displayName: 'Demo-Person <One>',
  organization: 'Demo-Org & Co',
  email: 'demo-one@demo.example',
  passphrase: 'demo "words" only',
};
let server: FastifyInstance;

async function start(demoLogins: readonly DemoLogin[] | null): Promise<void> {
  server = Fastify();
  await registerPages(server, {
    demoLogins,
    organizationNames: ['Demo-Org & Co', 'Demo-Two'],
    desk: null,
  });
}

const get = (url: string, accept = 'text/html') =>
  server.inject({ method: 'GET', url, headers: { accept } });

const assetUrls = (markup: string): string[] =>
  [...markup.matchAll(/(?:href|src)="(\/pages\/[^"]+)"/g)].map((match) => match[1] ?? '');

afterEach(() => server.close());

describe('pages in a demonstration', () => {
  it('show each login escaped, and a link to the explorer that names the role only', async () => {
    await start([login]);
    const { body, statusCode } = await get('/');
    expect(statusCode).toBe(200);
    expect(body).toContain('Demo-Person &lt;One&gt;, Demo-Org &amp; Co');
    expect(body).toContain('>demo &quot;words&quot; only</code>');
    expect(body).toContain('href="/explorer?role=finance-officer"');
    expect(body).not.toContain('<One>');
    expect(body.indexOf('What is not protected')).toBeLessThan(body.indexOf('Demo logins'));
  });

  it('open the explorer with the ready query of the role, however it is spelled', async () => {
    await start([login]);
    for (const role of ['finance-officer', 'FINANCE_OFFICER', 'Finance%20officer']) {
      const { body } = await get(`/explorer?role=${role}`);
      expect(body).toContain('Sign in as the demo finance officer');
      expect(body).toContain('query Funds');
    }
  });

  it('offer no sign-in for an unknown role, and do not repeat what was asked', async () => {
    await start([login]);
    for (const query of ['?role=%3Cscript%3Enobody', '?role=a&role=b', '']) {
      const { body, statusCode } = await get(`/explorer${query}`);
      expect(statusCode).toBe(200);
      expect(body).not.toContain('id="sign-in"');
      expect(body).not.toContain('nobody');
      expect(body).not.toContain('demo-one@demo.example');
    }
  });

  it('take a donor back from the payment page, and repeat nothing of the address', async () => {
    await start(null);
    for (const [url, title] of [
      ['/give/thanks?session=cs_test_1', 'Thank you'],
      ['/give?token=secret', 'Nothing was paid'],
    ] as const) {
      const { body, statusCode, headers } = await get(url);
      expect(statusCode).toBe(200);
      expect(body).toContain(title);
      expect(body).not.toMatch(/cs_test_1|secret/);
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it('give every explorer page a nonce of its own', async () => {
    await start([login]);
    const nonceOf = async (): Promise<string | undefined> =>
      /'nonce-([\w-]+)'/.exec(
        String((await get('/explorer')).headers['content-security-policy']),
      )?.[1];
    const [first, second] = [await nonceOf(), await nonceOf()];
    expect(first).toMatch(/^[\w-]{22}$/);
    expect(second).not.toBe(first);
  });
});

describe('pages in production', () => {
  it('show no login, no organisation, no explorer', async () => {
    await start(null);
    const { body } = await get('/');
    expect(body).toContain('What is not protected');
    expect(body).toContain('href="/health/ready"');
    expect(body).not.toMatch(/passphrase-|explorer|Demo|<script/);
    expect((await get('/explorer')).statusCode).toBe(404);
    expect((await get('/explorer?role=auditor')).statusCode).toBe(404);
  });

  it('do not hold the files of the explorer', async () => {
    await start(null);
    const [css = ''] = assetUrls((await get('/')).body);
    expect((await get(css)).statusCode).toBe(200);
    expect((await get(css.replace('pages.css', 'graphiql.js'))).statusCode).toBe(404);
  });
});

describe('headers', () => {
  it.each(['/', '/explorer', '/nothing-here'])(
    'of %s forbid storing, framing, referrers',
    async (url) => {
      await start([login]);
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    },
  );

  it('let a file be cached for good, under an address that changes with its content', async () => {
    await start([login]);
    const [url = ''] = assetUrls((await get('/explorer')).body);
    expect((await get(url)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const stale = await get(url.replace(/\/pages\/\w+/, '/pages/0000000000000000'));
    expect(stale.statusCode).toBe(404);
    expect(stale.headers['cache-control']).toBe('no-store');
  });
});

describe('what is served', () => {
  it('comes from this server: no page, style or script of ours names another address', async () => {
    await start([login]);
    const pages = [(await get('/')).body, (await get('/explorer')).body];
    const urls = [...new Set(pages.flatMap(assetUrls))];
    expect(urls.length).toBeGreaterThanOrEqual(8);
    const own = urls.filter((url) => !/\/(react|react-dom|graphiql)\.js$/.test(url));
    const files = await Promise.all(own.map(async (url) => (await get(url)).body));
    for (const text of [...pages, ...files]) {
      expect(text).not.toMatch(/(?:https?:)?\/\/[a-z0-9-]+\.[a-z]{2,}|@import|@font-face/i);
    }
  });

  it('names no source map, and every page loads only files that exist', async () => {
    await start([login]);
    for (const url of assetUrls((await get('/explorer')).body)) {
      const { body, statusCode } = await get(url);
      expect(statusCode).toBe(200);
      expect(body).not.toContain('sourceMappingURL');
    }
  });

  it('has every script that another script imports', async () => {
    const assets = await loadPageAssets({ explorer: true });
    for (const name of [
      'explorer.js',
      'explorer-session.js',
      'copy-buttons.js',
      'tab-storage.js',
    ]) {
      const code = String(assets.files.get(name)?.body);
      for (const [, imported = ''] of code.matchAll(/from ['"]\.\/([^'"]+)['"]/g)) {
        expect([...assets.files.keys()]).toContain(imported);
      }
    }
    expect(() => assets.urlOf('unknown.js')).toThrow('unknown.js');
  });
});

describe('failures', () => {
  it('answer an unknown address with a page for people and a line for programs', async () => {
    await start([login]);
    const page = await get('/some/secret-name');
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('There is no page at this address.');
    expect(page.body).not.toContain('secret-name');
    const line = await get('/some/secret-name', 'application/json');
    expect(line.statusCode).toBe(404);
    expect(line.json()).toEqual({
      code: 'NOT_FOUND',
      message: 'There is nothing at this address.',
    });
  });

  it('leave routes of the API alone, whichever was registered first', async () => {
    await start([login]);
    server.get('/health/live', () => ({ status: 'ok' }));
    expect((await get('/health/live')).json()).toEqual({ status: 'ok' });
  });

  it('tell nothing about the cause', async () => {
    server = Fastify();
    server.setErrorHandler(pageErrorHandler(await loadPageAssets({ explorer: false })));
    server.get('/fails', () => {
      throw new Error('secret cause');
    });
    const { body, statusCode, headers } = await get('/fails');
    expect(statusCode).toBe(500);
    expect(body).toContain('Something failed on the server.');
    expect(body).not.toContain('secret cause');
    expect(headers['cache-control']).toBe('no-store');
  });
});
