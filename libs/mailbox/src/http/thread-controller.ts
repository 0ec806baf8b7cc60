import { Inject, Injectable } from '@nestjs/common';
import { SignInBusy } from '@kinward/identity';
import { isUuid, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import { Complaining } from '../application/complaining.js';
import { FamilyActs, type FamilyAct } from '../application/family-acts.js';
import { FamilyThread, type ShownThread } from '../application/family-thread.js';
import { OpenWithWords } from '../application/open-with-words.js';
import { Tickets, type Visit } from '../application/tickets.js';
import { COMPLAINT_KINDS, LONGEST_TEXT, plainText } from '../domain/limits.js';
import type { DoorPage } from '../pages/page.js';
import { sentencePage } from '../pages/simple-pages.js';
import { textsOf } from '../pages/texts/texts.js';
import { actPage, actsOf, THREAD_ACTS, threadPage, type ThreadAct } from '../pages/thread-pages.js';
import type { SentForm } from './sent-form.js';

/** Words go in here, and what a family does with its mailbox. */
@Injectable()
export class ThreadPages {
  constructor(
    private readonly opening: OpenWithWords,
    private readonly thread: FamilyThread,
    private readonly tickets: Tickets,
    private readonly acts: FamilyActs,
    private readonly complaining: Complaining,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Unknown words, a closed mailbox, the closing word and the word for danger lead to the same page. */
  async open(sent: SentForm): Promise<DoorPage> {
    const { language, addressGroup } = sent;
    const texts = textsOf(language);
    try {
      const opened = await this.opening.execute(sent.one('words') ?? '', addressGroup);
      if (!opened.ok) return sentencePage(language, texts.wait, 429);
      const page = opened.value === null ? null : await this.show(sent, opened.value, null);
      return page ?? sentencePage(language, texts.nothing);
    } catch (error) {
      if (error instanceof SignInBusy) return sentencePage(language, texts.wait, 429);
      throw error;
    }
  }

  /** A page of the mailbox: itself, the form of an act, or the act. */
  async act(sent: SentForm): Promise<DoorPage> {
    const { language } = sent;
    const texts = textsOf(language);
    const visit = this.tickets.read(sent.one('t'));
    if (visit === null) return sentencePage(language, texts.tooOld);
    const act = THREAD_ACTS.find((each) => each === sent.one('act'));
    const page = await (act === undefined
      ? this.show(sent, visit, null)
      : this.actOf(sent, visit, act));
    visit.seed.fill(0);
    return page ?? sentencePage(language, texts.nothing);
  }

  private async actOf(sent: SentForm, visit: Visit, act: ThreadAct): Promise<DoorPage | null> {
    const thread = await this.thread.read(visit);
    if (thread === null) return null;
    if (!actsOf(thread).includes(act)) return this.show(sent, visit, null);
    if (sent.one('step') !== 'done' || sent.isAgain)
      return this.form(sent, visit, act, thread, null);
    const problem = problemOf(sent, act);
    if (problem !== null) return this.form(sent, visit, act, thread, problem);
    const done = await this.carryOut(sent, visit, act);
    const { thread: names, notNow } = textsOf(sent.language);
    return this.show(sent, visit, done.ok ? names.done : notNow);
  }

  private form(
    { language }: SentForm,
    visit: Visit,
    act: ThreadAct,
    thread: ShownThread,
    problem: string | null,
  ): DoorPage {
    const fields = { t: this.tickets.issue(visit), id: this.ids.next() };
    return actPage(language, act, fields, thread, problem);
  }

  private async carryOut(
    sent: SentForm,
    visit: Visit,
    act: ThreadAct,
  ): Promise<Result<void, DomainError>> {
    const id = sent.one('id') ?? '';
    const family: FamilyAct = { visit, actId: isUuid(id) ? id : this.ids.next() };
    const text = plainText(sent.one('text'), LONGEST_TEXT) ?? '';
    switch (act) {
      case 'write':
        return this.acts.write(family, text);
      case 'pause':
        return this.acts.pause(family);
      case 'resume':
        return this.acts.resume(family);
      case 'consent':
        return this.acts.endConsent(family, sent.one('purpose') ?? '');
      case 'complain': {
        const kind = COMPLAINT_KINDS.find((each) => each === sent.one('kind')) ?? 'OTHER';
        return this.complaining.execute(family, kind, text);
      }
      case 'appeal': {
        const held = await this.acts.appeal({ visit, actId: this.ids.next() });
        return held.ok ? this.complaining.execute(family, 'APPEAL', text) : held;
      }
    }
  }

  private async show(
    { language }: SentForm,
    visit: Visit,
    done: string | null,
  ): Promise<DoorPage | null> {
    const thread = await this.thread.read(visit);
    if (thread === null) return null;
    return threadPage(language, this.tickets.issue(visit), thread, done);
  }
}

/** What stands in the way of an act; null where nothing does. */
function problemOf(sent: SentForm, act: ThreadAct): string | null {
  const texts = textsOf(sent.language);
  if (act === 'consent') return (sent.one('purpose') ?? '') === '' ? texts.choose : null;
  if (act === 'pause' || act === 'resume') return null;
  if (act === 'complain' && sent.one('kind') === null) return texts.choose;
  const text = sent.one('text') ?? '';
  if (text.length > LONGEST_TEXT) return texts.tooLong;
  return plainText(text, LONGEST_TEXT) === null ? texts.empty : null;
}
