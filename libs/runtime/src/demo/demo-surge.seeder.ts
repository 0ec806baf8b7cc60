import { Injectable } from '@nestjs/common';
import { ClaimTaskUseCase } from '@kinward/dispatch';
import { AcceptRequestUseCase } from '@kinward/intake';
import { DemoActors } from './demo-actors.js';
import type { DemoDesk } from './demo-desk.seeder.js';
import { DemoIntakeSeeder } from './demo-intake.seeder.js';
import { DemoScene } from './demo-scene.js';
import { surgeSubmissions, surgeTasks } from './demo-surge.js';
import { DemoTasksSeeder } from './demo-tasks.seeder.js';
import { DemoTimeline } from './demo-timeline.js';
import { inParallel } from './in-parallel.js';

const CASEWORKERS = ['caseworker', 'caseworker-two', 'caseworker-three'];
/** How long the fourteen intakes took. */
const INTAKE_MINUTES = 23;

/** Fourteen people are released at once: forms, cases with their needs, helpers who share the work. */
@Injectable()
export class DemoSurgeSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly intake: DemoIntakeSeeder,
    private readonly tasks: DemoTasksSeeder,
    private readonly timeline: DemoTimeline,
  ) {}

  async seed(desk: DemoDesk): Promise<void> {
    const cards = await this.intake.import('5', surgeSubmissions(this.scene.today()));
    this.timeline.pass(INTAKE_MINUTES);
    const cases: string[] = [];
    for (const requestId of cards.values()) {
      cases.push(await this.accept(requestId, desk, CASEWORKERS[cases.length % 3] ?? ''));
    }
    const [first, ...others] = surgeTasks();
    if (first === undefined) return;
    const caseOf = (task: typeof first): string | null => cases[task.forPerson] ?? null;
    await this.tasks.tell(first, caseOf(first), (taskId) => this.tooLate(taskId));
    await inParallel(others, (task) => this.tasks.tell(task, caseOf(task)));
  }

  private async accept(requestId: string, desk: DemoDesk, caseworker: string): Promise<string> {
    const screener = await this.actors.as('coordinator');
    const assigneeId = desk.people.get(caseworker) ?? '';
    const { caseId } = await this.scene.act(screener, () =>
      this.scene
        .get(AcceptRequestUseCase)
        .execute(screener, { requestId, assigneeId, provocationCheckDone: true }),
    );
    return caseId;
  }

  /** Two reach for the same task: one of them has it. */
  private async tooLate(taskId: string): Promise<void> {
    const other = await this.actors.as('volunteer-two');
    await this.scene.refused(
      other,
      () => this.scene.get(ClaimTaskUseCase).execute(other, { taskId }),
      'TAKEN',
    );
  }
}
