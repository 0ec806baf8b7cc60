import { Injectable } from '@nestjs/common';
import type { FieldPath } from '@kinward/intake';
import {
  Complaining,
  FamilyActs,
  HelpTaking,
  IssueMailboxUseCase,
  OpenMailboxUseCase,
  OpenWithWords,
  OutsideInbox,
  WriteToFamilyUseCase,
} from '@kinward/mailbox';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { DemoActors } from './demo-actors.js';
import { DEMO_FORM, DEMO_LINES, DEMO_MAILBOXES, type DemoMailbox } from './demo-mailboxes.js';
import { DemoScene, must } from './demo-scene.js';

/** Families at their own door, with words that everybody may know. */
@Injectable()
export class DemoMailboxesSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Two of the caseworker's cases get words; one of the families writes. */
  async issue(): Promise<void> {
    const caseworker = await this.actors.as('caseworker');
    const cases = await this.scene.rows<{ id: string }>(
      caseworker,
      `SELECT id FROM case_file WHERE assignee_id = $1 AND opened_day >= $2 ORDER BY codename LIMIT 2`,
      [caseworker.personId, this.scene.day(-13)],
    );
    for (const [place, key] of (['TALKING', 'COMPLAINING'] as const).entries()) {
      const { language, words } = mailboxOf(key);
      const order = { caseId: cases[place]?.id ?? '', language, words };
      await this.scene.act(caseworker, () =>
        this.scene.get(IssueMailboxUseCase).execute(caseworker, order),
      );
    }
    await this.write('TALKING', DEMO_LINES.first);
  }

  /** The caseworker answers one family; the other has something to say about a helper. */
  async answer(): Promise<void> {
    const caseworker = await this.actors.as('caseworker');
    const mailboxId = await this.idOf(caseworker, 'TALKING');
    await this.scene.act(caseworker, () =>
      this.scene.get(OpenMailboxUseCase).execute(caseworker, mailboxId),
    );
    const line = { mailboxId, text: DEMO_LINES.answer };
    await this.scene.act(caseworker, () =>
      this.scene.get(WriteToFamilyUseCase).execute(caseworker, line),
    );
    const act = await this.actOf('COMPLAINING');
    must(await this.scene.get(Complaining).execute(act, 'HELPER', DEMO_LINES.complaint));
  }

  /** A family asks by itself, and somebody writes who is no relative. */
  async ask(): Promise<void> {
    const { organizationId } = await this.actors.as('coordinator');
    const answers = new Map(Object.entries(DEMO_FORM)) as ReadonlyMap<FieldPath, string>;
    const { language, words } = mailboxOf('ASKED');
    must(await this.scene.get(HelpTaking).take(organizationId, { answers, language }, words));
    const told = { kind: 'OFFER', text: DEMO_LINES.outside, language: 'en' } as const;
    const note = { ...told, id: this.scene.commandKey(), addressGroup: null };
    const scope = { organizationId, personId: null, visitor: 'OUTSIDER' } as const;
    must(
      await this.unitOfWork.run(scope, () =>
        this.scene.get(OutsideInbox).put(organizationId, note),
      ),
    );
  }

  /** Lines that nobody has read yet. */
  async writeAgain(): Promise<void> {
    await this.write('ASKED', DEMO_LINES.asked);
    await this.write('TALKING', DEMO_LINES.thanks);
  }

  private async write(key: DemoMailbox['key'], text: string): Promise<void> {
    must(await this.scene.get(FamilyActs).write(await this.actOf(key), text));
  }

  /** The family comes with its words. */
  private async actOf(key: DemoMailbox['key']) {
    const code = mailboxOf(key).words.code.join(' ');
    const visit = must(await this.scene.get(OpenWithWords).execute(code, null));
    if (visit === null) throw new Error(`nothing opened with the words of ${key}`);
    return { visit, actId: this.scene.commandKey() };
  }

  private async idOf(actor: Actor, key: DemoMailbox['key']): Promise<string> {
    const { language } = mailboxOf(key);
    const [row] = await this.scene.rows<{ id: string }>(
      actor,
      'SELECT id FROM mailbox WHERE language = $1',
      [language],
    );
    return row?.id ?? '';
  }
}

function mailboxOf(key: DemoMailbox['key']): DemoMailbox {
  const found = DEMO_MAILBOXES.find((mailbox) => mailbox.key === key);
  if (found === undefined) throw new Error(`no mailbox of the demonstration is ${key}`);
  return found;
}
