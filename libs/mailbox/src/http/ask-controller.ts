import { Inject, Injectable } from '@nestjs/common';
import type { IdGenerator } from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import type { FieldPath } from '@kinward/intake';
import { SignInBusy } from '@kinward/identity';
import { AskForHelp } from '../application/ask-for-help.js';
import { FamilyDoor, type DoorChoices } from '../application/family-door.js';
import type { Language } from '../domain/languages.js';
import { LONGEST_LINE, LONGEST_TEXT, plainText } from '../domain/limits.js';
import { ASK_STEPS, askPage, codePage, type AskStep } from '../pages/ask-pages.js';
import type { DoorPage } from '../pages/page.js';
import { homePage, sentencePage } from '../pages/simple-pages.js';
import { NEED_CHOICES } from '../pages/texts/door-texts.js';
import { textsOf } from '../pages/texts/texts.js';
import type { SentForm } from './sent-form.js';

/** The short form, one question a page. What was answered travels with the page and is kept nowhere. */
@Injectable()
export class AskPages {
  constructor(
    private readonly door: FamilyDoor,
    private readonly asking: AskForHelp,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  home(language: Language): DoorPage {
    return homePage(language);
  }

  /** An id for a page, so that one that is sent twice counts once. */
  pageId(): string {
    return this.ids.next();
  }

  async begin(language: Language): Promise<DoorPage> {
    const choices = await this.door.choices();
    return choices === null
      ? sentencePage(language, textsOf(language).notNow)
      : askPage(language, 'consent', {}, choices, null);
  }

  async answer(sent: SentForm): Promise<DoorPage> {
    const { language } = sent;
    const choices = await this.door.choices();
    if (choices === null) return sentencePage(language, textsOf(language).notNow);
    const step = ASK_STEPS.find((each) => each === sent.one('step')) ?? 'consent';
    const answers = answersOf(sent, choices);
    const show = (each: AskStep, problem: string | null): DoorPage =>
      askPage(language, each, answers, choices, problem);
    if (sent.isAgain) return show(step, null);
    const problem = problemOf(sent, step, answers);
    if (problem !== null) return show(step, problem);
    const missing = ASK_STEPS.find((each) => problemOf(sent, each, answers) !== null);
    const next = ASK_STEPS[ASK_STEPS.indexOf(step) + 1];
    if (next !== undefined) return show(next, null);
    return missing === undefined ? this.send(sent, answers) : show(missing, null);
  }

  private async send(sent: SentForm, answers: Answers): Promise<DoorPage> {
    const { language, addressGroup } = sent;
    const texts = textsOf(language);
    try {
      const asked = await this.asking.execute({
        answers: toForm(answers, language),
        language,
        addressGroup,
      });
      if (asked.ok) return codePage(language, asked.value);
      const isFlood = asked.error.kind === 'REFUSED' && asked.error.reason === 'TOO_MANY_ATTEMPTS';
      return isFlood
        ? sentencePage(language, texts.wait, 429)
        : sentencePage(language, texts.notNow);
    } catch (error) {
      if (error instanceof SignInBusy) return sentencePage(language, texts.wait, 429);
      throw error;
    }
  }
}

type Answers = Readonly<Record<string, string>>;

/** What was answered so far, as far as it can be one of the answers. */
function answersOf(sent: SentForm, { regions, needs }: DoorChoices): Answers {
  const chosen = NEED_CHOICES.filter((code) => needs.has(code) && sent.all('needs').includes(code));
  const already = (sent.one('needs') ?? '').split(' ');
  const kept = NEED_CHOICES.filter((code) => needs.has(code) && already.includes(code));
  const region = regions.find(({ code }) => code === sent.one('region'))?.code;
  const answers: Record<string, string | null | undefined> = {
    consent: sent.one('consent') === 'yes' ? 'yes' : null,
    region,
    needs: (chosen.length > 0 ? chosen : kept).join(' '),
    note: plainText(sent.one('note'), LONGEST_TEXT),
    name: plainText(sent.one('name'), LONGEST_LINE),
    held: plainText(sent.one('held'), LONGEST_LINE),
  };
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      value == null || value === '' ? [] : [[name, value]],
    ),
  );
}

/** What stands in the way after a step; null where nothing does. */
function problemOf(sent: SentForm, step: AskStep, answers: Answers): string | null {
  const texts = textsOf(sent.language);
  switch (step) {
    case 'consent':
      return answers['consent'] === undefined ? texts.ask.consentNeeded : null;
    case 'region':
    case 'needs':
      return answers[step] === undefined ? texts.choose : null;
    case 'note':
      if ((sent.one('note') ?? '').length > LONGEST_TEXT) return texts.tooLong;
      return answers['note'] === undefined ? texts.empty : null;
    case 'name':
    case 'held':
      return (sent.one(step) ?? '').length > LONGEST_LINE ? texts.tooLong : null;
  }
}

/** The short form's answers as those of the household form, so that one reader judges both (ADR 18). */
function toForm(answers: Answers, language: Language): ReadonlyMap<FieldPath, string> {
  const pairs: readonly (readonly [FieldPath, string | undefined])[] = [
    ['consent/given', answers['consent']],
    ['consent/purposes', 'assess'],
    ['applicant/language', language],
    ['applicant/full_name', answers['name']],
    ['applicant/safe_contact', 'do_not_contact'],
    ['prisoner/full_name', answers['held']],
    ['location/region_class', answers['region']],
    ['needs/codes', answers['needs']],
    ['needs/note', answers['note']],
  ];
  return new Map(
    pairs.flatMap(([path, value]): [FieldPath, string][] =>
      value === undefined ? [] : [[path, value]],
    ),
  );
}
