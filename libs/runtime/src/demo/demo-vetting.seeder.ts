import { Injectable } from '@nestjs/common';
import type { DomainError, Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import {
  ApplyAsVolunteerUseCase,
  CompleteTrainingUseCase,
  DecideApplicationUseCase,
  NameRefereeUseCase,
  RecordInterviewUseCase,
  RecordReferenceUseCase,
  ScreenApplicationUseCase,
  StartProbationUseCase,
  type VettingState,
} from '@kinward/volunteers';
import { DemoActors } from './demo-actors.js';
import { DemoScene, must } from './demo-scene.js';
import type { DemoVolunteer } from './demo-volunteers.js';
import { inParallel } from './in-parallel.js';

const WAY: readonly VettingState[] = [
  'APPLIED',
  'SCREENING',
  'REFERENCES',
  'INTERVIEW',
  'SECURITY_REVIEW',
  'TRAINING',
  'PROBATION',
];
/** After which step those leave who do not go on. */
const LEAVES_AFTER: Readonly<Partial<Record<VettingState, VettingState>>> = {
  DECLINED: 'SCREENING',
  RESIGNED: 'REFERENCES',
};
const REFEREES = ['caseworker', 'caseworker-two'];
const INTERVIEWERS = ['caseworker-three', 'coordinator-two'];
const TRAINING = ['DO_NO_HARM', 'DATA_PROTECTION', 'SAFEGUARDING'] as const;

/** Leads somebody in: application, two referees, two talks, two signatures, three trainings, probation (domain.md C6). */
@Injectable()
export class DemoVettingSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
  ) {}

  /** @param accounts ids of the people of the demonstration by key */
  async bringIn(
    people: readonly DemoVolunteer[],
    accounts: ReadonlyMap<string, string>,
  ): Promise<void> {
    // One after the other: an application says to nobody which one it is.
    const applied: (readonly [DemoVolunteer, string])[] = [];
    for (const someone of people) applied.push([someone, await this.apply(someone)]);
    await inParallel(applied, ([someone, applicationId]) =>
      this.lead(someone, applicationId, accounts),
    );
  }

  private async lead(
    someone: DemoVolunteer,
    applicationId: string,
    accounts: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { until, key } = someone;
    const last = LEAVES_AFTER[until] ?? until;
    const end = WAY.includes(last) ? WAY.indexOf(last) : WAY.length - 1;
    for (const step of WAY.slice(1, end + 1)) {
      await this.take(step, applicationId, accounts, key ?? '');
    }
    if (until === 'DECLINED' || until === 'RESIGNED') await this.leave(someone, applicationId);
  }

  private async apply(someone: DemoVolunteer): Promise<string> {
    const coordinator = await this.actors.as('coordinator');
    const before = await this.applications(coordinator);
    const { name, country, timeZone, languages, skills } = someone;
    const mailbox = name.toLowerCase().replaceAll(' ', '-');
    must(
      await this.scene.get(ApplyAsVolunteerUseCase).execute({
        ...{ organization: 'lantern', name, country, timeZone, languages, skills },
        contact: `${mailbox}@applicants.example`,
        message: 'Demo-message: I want to help, and I have time on Thursdays.',
      }),
    );
    const after = await this.applications(coordinator);
    const applicationId = after.find((id) => !before.includes(id));
    if (applicationId === undefined) throw new Error('an application was not taken');
    return applicationId;
  }

  private async applications(coordinator: Actor): Promise<string[]> {
    const sql = 'SELECT id FROM volunteer_application';
    return (await this.scene.rows<{ id: string }>(coordinator, sql)).map(({ id }) => id);
  }

  private async take(
    step: VettingState,
    applicationId: string,
    accounts: ReadonlyMap<string, string>,
    key: string,
  ): Promise<void> {
    switch (step) {
      case 'SCREENING':
        return this.screen(applicationId, 'START');
      case 'REFERENCES':
        return this.screen(applicationId, 'ASK_REFERENCES');
      case 'INTERVIEW':
        for (const referee of REFEREES) {
          await this.vouch(applicationId, referee, accounts.get(referee) ?? '');
        }
        return;
      case 'SECURITY_REVIEW':
        for (const interviewer of INTERVIEWERS) await this.interview(applicationId, interviewer);
        return;
      case 'TRAINING':
        for (const signer of ['security-officer', 'coordinator']) {
          await this.as(signer, (actor) =>
            this.scene.get(DecideApplicationUseCase).execute(actor, 'ADMIT', { applicationId }),
          );
        }
        return;
      case 'PROBATION':
        return this.start(applicationId, accounts.get(key) ?? '');
      default:
        throw new Error(`nobody is led to ${step}`);
    }
  }

  private screen(applicationId: string, step: 'START' | 'ASK_REFERENCES'): Promise<void> {
    return this.as('coordinator-two', (actor) =>
      this.scene.get(ScreenApplicationUseCase).execute(actor, { applicationId, step }),
    );
  }

  private async vouch(applicationId: string, referee: string, refereeId: string): Promise<void> {
    await this.as('coordinator-two', (actor) =>
      this.scene.get(NameRefereeUseCase).execute(actor, { applicationId, refereeId }),
    );
    await this.as(referee, (actor) =>
      this.scene
        .get(RecordReferenceUseCase)
        .execute(actor, { applicationId, answer: 'VOUCHES', knownYears: 4 }),
    );
  }

  private interview(applicationId: string, interviewer: string): Promise<void> {
    const heldOn = this.scene.today();
    const talk = { applicationId, answer: 'FOR', identitySeenLive: true, heldOn } as const;
    return this.as(interviewer, (actor) =>
      this.scene.get(RecordInterviewUseCase).execute(actor, talk),
    );
  }

  private async start(applicationId: string, personId: string): Promise<void> {
    const completedOn = this.scene.today();
    for (const module of TRAINING) {
      await this.as('coordinator', (actor) =>
        this.scene
          .get(CompleteTrainingUseCase)
          .execute(actor, { applicationId, module, completedOn }),
      );
    }
    await this.as('coordinator', (actor) =>
      this.scene.get(StartProbationUseCase).execute(actor, { applicationId, personId }),
    );
  }

  private leave({ until, reason }: DemoVolunteer, applicationId: string): Promise<void> {
    const decision = until === 'DECLINED' ? 'DECLINE' : 'WITHDRAW';
    return this.as('coordinator', (actor) =>
      this.scene.get(DecideApplicationUseCase).execute(actor, decision, { applicationId, reason }),
    );
  }

  private async as<T>(
    key: string,
    work: (actor: Actor) => Promise<Result<T, DomainError>>,
  ): Promise<void> {
    const actor = await this.actors.as(key);
    await this.scene.act(actor, () => work(actor));
  }
}
