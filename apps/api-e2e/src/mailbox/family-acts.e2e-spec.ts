import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDesk } from '@kinward/testing';
import { act, askForHelp, field, open, post, startDoor, visit } from './test-support/door.js';

const NOTHING = 'There are no notes here.';

describe('what a family does itself', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startDoor();
  });

  afterAll(() => desk.close());

  const newest = async (table: string, where = 'true') => {
    const rows = await desk.database.asOperator(`SELECT * FROM ${table} WHERE ${where}`);
    return rows as Record<string, unknown>[];
  };

  it('is recorded as an act of a family, and of somebody outside, of whom nothing else is known', async () => {
    const { code, closing } = await askForHelp(desk);
    await act(desk, code, 'write', { text: 'MK-recorded' });
    await act(desk, code, 'pause');
    await open(desk, closing);
    const id = field(await visit(desk, '/f/tell'), 'id');
    await post(desk, '/f/tell', { id, kind: 'OFFER', text: 'MK-recorded' });

    const kinds = await desk.database.asOperator(
      `SELECT DISTINCT actor_kind, actor_id, action FROM audit_entry
       WHERE action IN ('MAILBOX_MESSAGE', 'MAILBOX_PAUSED', 'MAILBOX_CLOSED', 'OUTSIDE_NOTE_ARRIVED') ORDER BY action`,
    );
    const by = (actor: string, action: string) => ({ actor_kind: actor, actor_id: null, action });
    expect(kinds).toEqual([
      by('FAMILY', 'MAILBOX_CLOSED'),
      by('FAMILY', 'MAILBOX_MESSAGE'),
      by('FAMILY', 'MAILBOX_PAUSED'),
      by('OUTSIDER', 'OUTSIDE_NOTE_ARRIVED'),
    ]);
  });

  it('closes the mailbox for good with the closing word, and leaves no word of it', async () => {
    const words = await askForHelp(desk);
    await act(desk, words.code, 'write', { text: 'MK-to-be-closed' });

    expect((await open(desk, words.closing)).text).toContain(NOTHING);

    expect((await open(desk, words.code)).text).toContain(NOTHING);
    expect((await open(desk, words.alarm)).text).toContain(NOTHING);
    const [mailbox] = await newest('mailbox', `state = 'CLOSED'`);
    const id = String(mailbox?.['id']);
    expect(await newest('mailbox_word', `mailbox_id = '${id}'`)).toEqual([]);
    expect(await newest('mailbox_message', `mailbox_id = '${id}'`)).toEqual([]);
    expect(mailbox).toMatchObject({ public_key: Buffer.alloc(0), key_mark: Buffer.alloc(0) });
  });

  it('answers unknown words, the closing word and the word for danger with the same bytes', async () => {
    const words = await askForHelp(desk);
    const unknown = await open(desk, 'not one of these words was ever given');
    const alarm = await open(desk, words.alarm);
    const closing = await open(desk, words.closing);
    const closed = await open(desk, words.code);

    for (const page of [alarm, closing, closed]) {
      expect({ status: page.status, html: page.html }).toEqual({
        status: unknown.status,
        html: unknown.html,
      });
    }
  });

  it('warns security with the word for danger, and changes nothing that the family sees', async () => {
    const words = await askForHelp(desk);
    const before = (await open(desk, words.code)).text;

    expect((await open(desk, words.alarm)).text).toContain(NOTHING);

    const [alert] = await newest('security_alert', `cause = 'MAILBOX_ALARM'`);
    const [held] = await newest('mailbox', `id = '${String(alert?.['subject_id'])}'`);
    expect(alert).toMatchObject({ kind: 'DANGER', subject_kind: 'MAILBOX' });
    expect(held?.['held_on']).not.toBeNull();
    expect((await open(desk, words.code)).text).toBe(before);
  });

  it('pauses everything and goes on again', async () => {
    const { code } = await askForHelp(desk);

    expect((await act(desk, code, 'pause')).text).toContain('Everything is paused, as you asked.');
    const paused = await open(desk, code);
    expect(paused.text).toContain('You asked for a pause.');
    expect(paused.text).not.toContain('Pause everything');
    expect((await act(desk, code, 'resume')).text).toContain('Your words have arrived.');
  });

  it('takes everything back: the request is over and its words are destroyed', async () => {
    const { code } = await askForHelp(desk);

    const page = await act(desk, code, 'consent', { purpose: 'EVERYTHING' });

    expect(page.text).toContain('You took everything back.');
    const [request] = await newest('intake_request', `decision_reason = 'WITHDRAWN_BY_FAMILY'`);
    expect(request).toMatchObject({ state: 'DECLINED', sealed_t0: null, sealed_t1: null });
    const [file] = await newest('case_file', `id = '${String(request?.['case_id'])}'`);
    expect(file?.['state']).toBe('DECLINED');
  });

  it('complains to people who have nothing to do with it, in five days', async () => {
    const { code } = await askForHelp(desk);

    const asked = await act(desk, code, 'complain', { kind: 'HELPER' });
    expect(asked.text).toContain('Please write something.');
    const done = await act(desk, code, 'complain', { kind: 'HELPER', text: 'MK-complaint' });

    expect(done.text).toContain('Done.');
    const [complaint] = await newest('complaint', `kind = 'HELPER'`);
    const days =
      (Date.parse(String(complaint?.['due_on'])) - Date.parse(String(complaint?.['made_on']))) /
      86_400_000;
    expect(Math.round(days)).toBe(5);
    const copies = await newest('complaint_copy', `complaint_id = '${String(complaint?.['id'])}'`);
    expect(copies.length).toBeGreaterThanOrEqual(2);
    const people = copies.map((copy) => copy['person_id']);
    expect(people).toContain(await desk.personId('security-officer'));
    expect(people).not.toContain(await desk.personId('caseworker'));
  });

  it('says that something has arrived, and learns nothing from a wrong word', async () => {
    expect((await visit(desk, '/f/word')).text).toContain('The word you were given with it');

    const page = await post(desk, '/f/word', { word: 'lantern harbour 11' });

    expect(page.text).toContain('Thank you. It is noted.');
  });

  it('takes what somebody knows who is no relative, and confirms nothing', async () => {
    const form = await visit(desk, '/f/tell');
    const id = field(form, 'id');

    const page = await post(desk, '/f/tell', { id, kind: 'REPORT', text: 'MK-outside report' });

    expect(page.text).toContain('Thank you. It has arrived.');
    const [note] = await newest('outside_note', `id = '${id}'`);
    expect(note).toMatchObject({ kind: 'REPORT', state: 'OPEN', language: 'en' });
    expect((await post(desk, '/f/tell', { id, text: 'x' })).text).toContain('Please choose one.');
  });
});
