import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, type TestDesk } from '@kinward/testing';
import { act, askForHelp, field, open, post, startDoor, TOLD, visit } from './test-support/door.js';

describe('the families’ door', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startDoor();
  });

  afterAll(() => desk.close());

  it('speaks the browser’s language, or the one that a link names', async () => {
    expect((await visit(desk, '/f', 'ru-RU,ru;q=0.9')).headers['content-language']).toBe('ru');
    expect((await visit(desk, '/f', 'de')).headers['content-language']).toBe('en');
    expect((await visit(desk, '/f?l=lt', 'ru')).headers['content-language']).toBe('lt');
  });

  it('is plain: no script, no cookie, nothing from elsewhere, nothing to keep', async () => {
    const page = await visit(desk, '/f');

    expect(page.status).toBe(200);
    expect(page.html).not.toMatch(/<script|<img|<link|https?:/);
    expect(page.html).toContain('<title>Notes</title>');
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(String(page.headers['content-security-policy'])).toContain("default-src 'none'");
    expect(Buffer.byteLength(page.html)).toBeLessThanOrEqual(30_000);
  });

  it('asks one question a page, consent first, and keeps nothing without it', async () => {
    const requests = () => desk.database.asOperator('SELECT id FROM intake_request ORDER BY id');
    const before = await requests();
    const without = await post(desk, '/f/ask', { step: 'consent' });
    expect(without.text).toContain('Without your yes we keep nothing');
    const region = await post(desk, '/f/ask', { step: 'consent', consent: 'yes' });
    expect(region.text).toContain('Where are you now');
    const needs = await post(desk, '/f/ask', {
      step: 'region',
      consent: 'yes',
      region: 'ABROAD_PL',
    });
    expect(needs.text).toContain('What is needed?');
    expect(field(needs, 'region')).toBe('ABROAD_PL');
    const again = await post(desk, '/f/ask', {
      step: 'needs',
      consent: 'yes',
      region: 'ABROAD_PL',
    });
    expect(again.text).toContain('Please choose one.');

    expect(await requests()).toEqual(before);
  });

  it('takes a request into the inbox and gives eight words, with which the family comes back', async () => {
    const words = await askForHelp(desk);

    expect(words.code.split(' ')).toHaveLength(8);
    const [request] = await desk.database.asOperator(
      'SELECT source, state, region, need_codes, language FROM intake_request LIMIT 1',
    );
    expect(request).toEqual({
      source: 'FAMILY',
      state: 'INBOX',
      region: 'IN_WEST',
      need_codes: ['LIV-FOOD'],
      language: 'en',
    });
    const page = await open(desk, `  ${words.code.toUpperCase().replaceAll(' ', ',  ')} `);
    expect(page.text).toContain('Your words have arrived.');
    expect(page.text).toContain('There are no messages yet.');
  });

  it('keeps what the family writes, and shows it again', async () => {
    const { code } = await askForHelp(desk);

    const written = await act(desk, code, 'write', { text: 'MK-message <b>from</b> the family' });

    expect(written.text).toContain('Done.');
    expect((await open(desk, code)).html).toContain(
      'MK-message &lt;b&gt;from&lt;/b&gt; the family',
    );
  });

  it('writes a page that is sent twice once', async () => {
    const { code } = await askForHelp(desk);
    const page = await open(desk, code);
    const form = await post(desk, '/f/in', { t: field(page, 't'), act: 'write', step: 'form' });
    const sent = { t: field(form, 't'), id: field(form, 'id'), act: 'write', step: 'done' };

    await Promise.all([
      post(desk, '/f/in', { ...sent, text: 'MK-twice' }),
      post(desk, '/f/in', { ...sent, text: 'MK-twice' }),
    ]);

    expect((await open(desk, code)).html.split('MK-twice')).toHaveLength(2);
  });

  it('shows nothing for a page that is too old or was never ours', async () => {
    const { code } = await askForHelp(desk);
    const ticket = field(await open(desk, code), 't');
    desk.clock.advance({ minutes: 16 });

    expect((await post(desk, '/f/in', { t: ticket })).text).toContain(
      'This page was open for too long.',
    );
    expect((await post(desk, '/f/in', { t: 'AAAA' })).text).toContain(
      'This page was open for too long.',
    );
  });

  it('leaves no word of it in the database', async () => {
    const words = await askForHelp(desk);
    await act(desk, words.code, 'write', { text: 'MK-dumped message' });
    const dump = await dumpDatabase(desk.database.addresses.adminUrl);

    const secrets = [...Object.values(TOLD), 'MK-dumped', 'MK-message', ...Object.values(words)];
    const hex = (text: string): string => Buffer.from(text).toString('hex');
    expect(secrets.filter((text) => dump.includes(text) || dump.includes(hex(text)))).toEqual([]);
  });
});
