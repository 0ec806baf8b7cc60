import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import type { IdGenerator } from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import {
  CODE_WORDS,
  drawWords,
  LIST_WORDS,
  withLastWord,
  type IssuedWords,
} from '../domain/code.js';
import type { Language } from '../domain/languages.js';
import { wordList } from '../domain/words/word-list.js';
import { MailboxRepository, type WordKind } from '../infrastructure/mailbox.repository.js';
import { keyPairOf, WordKeyMaker } from './word-keys.js';

/** Words with what they lead to. Nothing of it is stored yet. */
export interface DrawnMailbox {
  readonly words: IssuedWords;
  readonly publicKey: Buffer;
  readonly locators: readonly { readonly kind: WordKind; readonly locatorHash: Buffer }[];
}

export interface StoredMailbox extends DrawnMailbox {
  readonly mailboxId: string;
  readonly requestId: string | null;
  readonly caseId: string | null;
  readonly language: Language;
}

/** Draws words and makes the mailbox that they open. */
@Injectable()
export class MailboxMaking {
  constructor(
    private readonly keys: WordKeyMaker,
    private readonly mailboxes: MailboxRepository,
    private readonly cases: CaseAccess,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Three runs of Argon2id. @throws SignInBusy when too many wait */
  async draw(language: Language): Promise<DrawnMailbox> {
    const words = drawWords(wordList(language), this.numbers());
    return this.prepare(words);
  }

  /** What given words lead to. */
  async prepare(words: IssuedWords): Promise<DrawnMailbox> {
    const last = words.code[CODE_WORDS - 1] ?? '';
    const kinds: readonly (readonly [WordKind, string])[] = [
      ['OPEN', last],
      ['CLOSE', words.closing],
      ['ALARM', words.alarm],
    ];
    const locators: { kind: WordKind; locatorHash: Buffer }[] = [];
    let publicKey = Buffer.alloc(0);
    for (const [kind, word] of kinds) {
      const { locatorHash, seed } = await this.keys.make(withLastWord(words.code, word));
      locators.push({ kind, locatorHash });
      if (kind === 'OPEN') {
        const pair = keyPairOf(seed);
        pair.secretKey.fill(0);
        publicKey = Buffer.from(pair.publicKey);
      }
      seed.fill(0);
    }
    return { words, publicKey, locators };
  }

  /** Writes it, in the present unit. */
  async store(drawn: StoredMailbox): Promise<void> {
    const { mailboxId, requestId, caseId, language, publicKey } = drawn;
    const { settings } = await this.cases.ground();
    await this.mailboxes.add({
      id: mailboxId,
      requestId,
      caseId,
      language,
      publicKey,
      keyMark: this.keys.mark(mailboxId, publicKey),
      openedOn: settings.today,
    });
    for (const { kind, locatorHash } of drawn.locators) {
      await this.mailboxes.addWord(mailboxId, kind, locatorHash);
    }
  }

  /** Ten numbers below 2,048, the last three different. */
  private numbers(): number[] {
    const numbers: number[] = [];
    while (numbers.length < CODE_WORDS + 2) {
      const number = this.ids.bytes(2).readUInt16BE() % LIST_WORDS;
      const isLast = numbers.length >= CODE_WORDS;
      if (!isLast || !numbers.slice(CODE_WORDS - 1).includes(number)) numbers.push(number);
    }
    return numbers;
  }
}
