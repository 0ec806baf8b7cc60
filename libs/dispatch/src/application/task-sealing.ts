import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  integrity,
  notFound,
  ok,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, SecurityAlerts, type Actor } from '@kinward/platform';
import { KeyOpener, openJson, sealJson, type CompartmentKeys, type Tier } from '@kinward/vault';
import type { PaperKind } from '../domain/sealed-contents.js';
import { PaperRepository, type Paper } from '../infrastructure/paper.repository.js';
import type { TaskRow } from '../infrastructure/task.entity.js';

/** The tier of a task's compartment: what names somebody is never sealed to people on probation. */
export function tierOf(row: Pick<TaskRow, 'carriesPersonalData'>): Tier {
  return row.carriesPersonalData ? 'T0' : 'T1';
}

/** Writes and reads the sealed papers of a task with the actor's own key to it. */
@Injectable()
export class TaskSealing {
  constructor(
    private readonly opener: KeyOpener,
    private readonly papers: PaperRepository,
    private readonly alerts: SecurityAlerts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** The actor's key to a task; NOT_FOUND for somebody without one, or whose lock is shut. */
  async keysOf(actor: Actor, row: TaskRow): Promise<Result<CompartmentKeys, DomainError>> {
    const opened = await this.opener.open(actor, [row.id]);
    if (!opened.ok) return opened;
    const keys = opened.value.of(row.id, tierOf(row));
    return keys === null ? err(notFound()) : ok(keys);
  }

  /** Seals one paper into its row; gives its id. */
  async write(
    keys: CompartmentKeys,
    paper: {
      readonly kind: PaperKind;
      readonly writtenBy: string;
      readonly answersId?: string;
      readonly content: unknown;
    },
  ): Promise<string> {
    const id = this.ids.next();
    const { kind, writtenBy, answersId = null, content } = paper;
    const sealedText = sealJson(keys, cellOf(id), content);
    const taskId = keys.compartment.subjectId;
    const writtenAt = this.clock.now();
    await this.papers.add({ id, taskId, kind, answersId, writtenBy, writtenAt, sealedText });
    return id;
  }

  /** INTEGRITY, with an alarm, for a paper that fails its checks. */
  open<Content>(keys: CompartmentKeys, paper: Paper): Result<Content, DomainError> {
    const content = openJson<Content>(keys, cellOf(paper.id), paper.sealedText);
    if (content.ok) return content;
    const place = { subjectKind: 'TASK_PAPER', subjectId: paper.id };
    this.alerts.raise({ kind: 'INTEGRITY', cause: 'SEALED_FIELD', ...place });
    return err(integrity());
  }
}

function cellOf(rowId: string) {
  return { table: 'task_paper', column: 'sealed_text', rowId, revision: 1 };
}
