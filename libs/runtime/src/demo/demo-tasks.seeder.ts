import { Injectable } from '@nestjs/common';
import {
  AcceptTaskUseCase,
  CancelTaskUseCase,
  ClaimTaskUseCase,
  ClearTaskUseCase,
  DraftTaskUseCase,
  OpenTaskUseCase,
  ReportTaskUseCase,
  TaskDetailsUseCase,
  TaskQuestionsUseCase,
  VerifyTaskUseCase,
  WorkOnTaskUseCase,
  type TaskState,
} from '@kinward/dispatch';
import type { DomainError, Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { DemoActors } from './demo-actors.js';
import { DemoScene } from './demo-scene.js';
import { inParallel } from './in-parallel.js';
import { DEMO_MISSED_TASK, DEMO_TASKS, type DemoTask } from './demo-tasks.js';

/** What doing it takes. */
type TaskWork = Pick<DemoTask, 'doer' | 'until' | 'minutes'>;

const WAY: readonly TaskState[] = [
  'DRAFT',
  'CLEARED',
  'OPEN',
  'CLAIMED',
  'ACCEPTED',
  'IN_PROGRESS',
  'REPORTED',
  'VERIFIED',
];
/** After which step of the way a task leaves it. */
const LEAVES_AFTER: Readonly<Partial<Record<TaskState, TaskState>>> = {
  CANCELLED: 'OPEN',
  EXPIRED: 'OPEN',
  RETURNED_TO_POOL: 'CLAIMED',
  ABORTED_UNSAFE: 'ACCEPTED',
  FAILED: 'REPORTED',
};
/** What a task of a call-out tells. */
const DONE = { until: 'VERIFIED', minutes: 60 } as const;
const AUTHOR = 'coordinator';
const HOUR_MS = 3_600_000;

/** Gives volunteers their tasks, and lets them do them as far as the stories tell. */
@Injectable()
export class DemoTasksSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
  ) {}

  async seed(): Promise<void> {
    const cases = await this.scene.caseIds(await this.actors.as(AUTHOR));
    await inParallel(DEMO_TASKS, (task) => this.tell(task, cases.get(task.codename ?? '') ?? null));
  }

  seedMissed(): Promise<string> {
    return this.tell(DEMO_MISSED_TASK, null);
  }

  /** Brings a task as far as it shall come; its id. @param afterClaim happens when somebody has just taken it */
  async tell(
    task: DemoTask,
    caseId: string | null,
    afterClaim: (taskId: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<string> {
    const taskId = await this.draft(task, caseId);
    const last = LEAVES_AFTER[task.until] ?? task.until;
    for (const step of WAY.slice(1, WAY.indexOf(last) + 1)) {
      await this.take(step, task, taskId);
      if (step === 'CLAIMED') await afterClaim(taskId);
    }
    await this.talk(task, taskId);
    if (last !== task.until) await this.leave(task, taskId);
    return taskId;
  }

  /** Lets a volunteer take a task that is on the board, and do it. */
  async finish(taskId: string, doer: string): Promise<void> {
    for (const step of WAY.slice(WAY.indexOf('CLAIMED'))) {
      await this.take(step, { ...DONE, doer }, taskId);
    }
  }

  private async draft(task: DemoTask, caseId: string | null): Promise<string> {
    const { kind, country, what, place, contact, minutes, dueInHours } = task;
    const author = await this.actors.as(AUTHOR);
    const drafted = await this.scene.act(author, () =>
      this.scene.get(DraftTaskUseCase).execute(author, {
        ...{ kind, caseId, country, expectedMinutes: minutes },
        languages: ['be'],
        dueAt: new Date(this.scene.now().getTime() + dueInHours * HOUR_MS),
        details: { what, place, contact },
      }),
    );
    return drafted.taskId;
  }

  private async take(step: TaskState, task: TaskWork, taskId: string): Promise<void> {
    const doer = task.doer ?? '';
    const { scene } = this;
    switch (step) {
      case 'CLEARED':
        return this.as('security-officer', (actor) =>
          scene.get(ClearTaskUseCase).execute(actor, { taskId }),
        );
      case 'OPEN':
        return this.as(AUTHOR, (actor) => scene.get(OpenTaskUseCase).open(actor, { taskId }));
      case 'CLAIMED':
        return this.as(doer, (actor) => scene.get(ClaimTaskUseCase).execute(actor, { taskId }));
      case 'ACCEPTED':
        return this.as(doer, (actor) => scene.get(AcceptTaskUseCase).execute(actor, { taskId }));
      case 'IN_PROGRESS':
        return this.as(doer, (actor) => scene.get(WorkOnTaskUseCase).start(actor, { taskId }));
      case 'REPORTED':
        return this.report(task, taskId, task.until === 'FAILED' ? 'FAILED' : 'DONE');
      case 'VERIFIED':
        return this.verify(taskId, true);
      default:
        throw new Error(`no task goes on to ${step}`);
    }
  }

  private async leave(task: DemoTask, taskId: string): Promise<void> {
    const { scene } = this;
    switch (task.until) {
      case 'CANCELLED':
        return this.as(AUTHOR, (actor) =>
          scene.get(CancelTaskUseCase).execute(actor, { taskId, reasonCode: 'FAMILY_ASKED' }),
        );
      case 'RETURNED_TO_POOL':
        return this.as(task.doer ?? '', (actor) =>
          scene.get(WorkOnTaskUseCase).handBack(actor, { taskId, reasonCode: 'NO_TIME' }),
        );
      case 'ABORTED_UNSAFE':
        return this.report(task, taskId, 'UNSAFE');
      case 'FAILED':
        return this.verify(taskId, false);
      default:
        // It runs out by itself.
        return;
    }
  }

  private report(task: TaskWork, taskId: string, outcome: string): Promise<void> {
    const report = { taskId, outcome, spentMinutes: task.minutes, note: 'Demo-note of a helper.' };
    return this.as(task.doer ?? '', (actor) =>
      this.scene.get(ReportTaskUseCase).execute(actor, report),
    );
  }

  private verify(taskId: string, isDone: boolean): Promise<void> {
    return this.as('coordinator-two', (actor) =>
      this.scene.get(VerifyTaskUseCase).execute(actor, { taskId, isDone }),
    );
  }

  /** The helper reads what it is about and asks; the desk answers. */
  private async talk({ doer, question }: DemoTask, taskId: string): Promise<void> {
    if (doer === null || question === null) return;
    const { text, answer } = question;
    await this.as(doer, (actor) => this.scene.get(TaskDetailsUseCase).execute(actor, { taskId }));
    const questions = this.scene.get(TaskQuestionsUseCase);
    const volunteer = await this.actors.as(doer);
    const questionId = await this.scene.act(volunteer, () =>
      questions.ask(volunteer, { taskId, text }),
    );
    await this.as(AUTHOR, (actor) => questions.answer(actor, { questionId, text: answer }));
  }

  private async as<T>(
    key: string,
    work: (actor: Actor) => Promise<Result<T, DomainError>>,
  ): Promise<void> {
    const actor = await this.actors.as(key);
    await this.scene.act(actor, () => work(actor));
  }
}
