import { Inject, Injectable } from '@nestjs/common';
import { ConfirmReceiptUseCase } from '@kinward/disbursements';
import { isUuid, type IdGenerator } from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import { TellFromOutside } from '../application/tell-from-outside.js';
import { LONGEST_TEXT, OUTSIDE_KINDS, plainText } from '../domain/limits.js';
import type { Language } from '../domain/languages.js';
import type { DoorPage } from '../pages/page.js';
import { arrivedPage, sentencePage, tellPage } from '../pages/simple-pages.js';
import { textsOf } from '../pages/texts/texts.js';
import type { SentForm } from './sent-form.js';

/** What needs no mailbox: the word that came with something, and the inbox for people who are no relatives. */
@Injectable()
export class OutsidePages {
  constructor(
    private readonly receipts: ConfirmReceiptUseCase,
    private readonly telling: TellFromOutside,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  word(language: Language): DoorPage {
    return arrivedPage(language, null);
  }

  /** The same page for a right, a wrong and a used word. */
  async confirm(sent: SentForm): Promise<DoorPage> {
    const { language, addressGroup } = sent;
    const texts = textsOf(language);
    const word = plainText(sent.one('word'), 100);
    if (word === null) return arrivedPage(language, texts.empty);
    const noted = await this.receipts.execute(word, addressGroup);
    return noted.ok
      ? sentencePage(language, texts.arrived.done)
      : sentencePage(language, texts.wait, 429);
  }

  form(language: Language, problem: string | null = null): DoorPage {
    return tellPage(language, { l: language, id: this.ids.next() }, problem);
  }

  /** Looks nobody up and confirms nothing. */
  async tell(sent: SentForm): Promise<DoorPage> {
    const { language, addressGroup } = sent;
    const texts = textsOf(language);
    const kind = OUTSIDE_KINDS.find((each) => each === sent.one('kind'));
    const text = plainText(sent.one('text'), LONGEST_TEXT);
    if (kind === undefined) return this.form(language, texts.choose);
    if (text === null) {
      const isLong = (sent.one('text') ?? '').length > LONGEST_TEXT;
      return this.form(language, isLong ? texts.tooLong : texts.empty);
    }
    const given = sent.one('id') ?? '';
    const id = isUuid(given) ? given : this.ids.next();
    const told = await this.telling.execute({ id, kind, text, language, addressGroup });
    if (told.ok) return sentencePage(language, texts.tell.done);
    const isFlood = told.error.kind === 'REFUSED' && told.error.reason === 'TOO_MANY_ATTEMPTS';
    return isFlood ? sentencePage(language, texts.wait, 429) : sentencePage(language, texts.notNow);
  }
}
