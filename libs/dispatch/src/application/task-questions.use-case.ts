import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  notFound,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { TaskWords } from '../domain/sealed-contents.js';
import { textFault } from '../domain/task-draft.js';
import { READABLE_STATES } from '../domain/task-states.js';
import { PaperRepository, type Paper } from '../infrastructure/paper.repository.js';
import { TaskDesk, type LockedTask } from './task-desk.js';
import { TaskNews } from './task-news.js';
import { TaskSealing } from './task-sealing.js';

/** One message about a task, as somebody with its key reads it. */
export interface TaskMessage {
  readonly id: string;
  readonly kind: string;
  readonly answersId: string | null;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly text: string;
}

/** Questions of the holder and answers of the desk, sealed to the task's own key. */
@Injectable()
export class TaskQuestionsUseCase {
  constructor(
    private readonly desk: TaskDesk,
    private readonly sealing: TaskSealing,
    private readonly papers: PaperRepository,
    private readonly news: TaskNews,
  ) {}

  /** INVALID_INPUT `text`; NOT_FOUND for everybody but the holder; WRONG_STATE unless the work goes on. */
  async ask(
    actor: Actor,
    { taskId, text }: { readonly taskId: string; readonly text: string },
  ): Promise<Result<string, DomainError>> {
    const fault = textFault(text);
    if (fault !== null) return err(invalidInput('text', fault));
    const locked = await this.desk.lockHeld(actor, { taskId });
    if (!locked.ok) return locked;
    const { state } = locked.value.row;
    if (!(READABLE_STATES as readonly string[]).includes(state)) return err(wrongState(state));
    return this.write(actor, locked.value, { kind: 'QUESTION', content: { text: text.trim() } });
  }

  /** INVALID_INPUT `text`; NOT_FOUND for an unknown question and for somebody without the key; REFUSED `ANSWERED`. */
  async answer(
    actor: Actor,
    { questionId, text }: { readonly questionId: string; readonly text: string },
  ): Promise<Result<string, DomainError>> {
    const fault = textFault(text);
    if (fault !== null) return err(invalidInput('text', fault));
    const question = await this.papers.find(questionId);
    if (question?.kind !== 'QUESTION') return err(notFound());
    const locked = await this.desk.lock(actor, { taskId: question.taskId });
    if (!locked.ok) return locked;
    if (await this.papers.isAnswered(questionId)) return err(refused('ANSWERED'));
    const content = { text: text.trim() };
    return this.write(actor, locked.value, { kind: 'ANSWER', answersId: questionId, content });
  }

  /** Everything said about a task, the report's note too. NOT_FOUND for whoever may not read it now; INTEGRITY. */
  async list(
    actor: Actor,
    { taskId }: { readonly taskId: string },
  ): Promise<Result<readonly TaskMessage[], DomainError>> {
    const held = await this.desk.lockHeld(actor, { taskId });
    const isDesk = actor.roles.has('COORDINATOR') || actor.roles.has('CASEWORKER');
    const locked = held.ok || !isDesk ? held : await this.desk.lock(actor, { taskId });
    if (!locked.ok) return locked;
    const keys = await this.sealing.keysOf(actor, locked.value.row);
    if (!keys.ok) return keys;
    const messages: TaskMessage[] = [];
    for (const paper of await this.papers.of(taskId, ['QUESTION', 'ANSWER', 'NOTE'])) {
      const words = this.sealing.open<TaskWords>(keys.value, paper);
      if (!words.ok) return words;
      messages.push(toMessage(paper, words.value));
    }
    return ok(messages);
  }

  private async write(
    actor: Actor,
    { row }: LockedTask,
    paper: {
      readonly kind: 'QUESTION' | 'ANSWER';
      readonly answersId?: string;
      readonly content: TaskWords;
    },
  ): Promise<Result<string, DomainError>> {
    const keys = await this.sealing.keysOf(actor, row);
    if (!keys.ok) return keys;
    const id = await this.sealing.write(keys.value, { ...paper, writtenBy: actor.personId });
    await this.news.tell(paper.kind, row.id);
    return ok(id);
  }
}

function toMessage({ id, kind, answersId, writtenBy, writtenAt }: Paper, { text }: TaskWords) {
  return { id, kind, answersId, writtenBy, writtenAt, text };
}
