import { Injectable } from '@nestjs/common';
import {
  AcceptRequestUseCase,
  AskApplicantUseCase,
  AssignRequestUseCase,
  CorrectRequestUseCase,
  DeclineRequestUseCase,
  ImportSubmissionsUseCase,
  InboxKeysUseCase,
  MarkCallOutUseCase,
  MergeRequestUseCase,
  type NamedOrganization,
} from '@kinward/intake';
import type { DomainError, Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { DemoActors } from './demo-actors.js';
import type { DemoDesk } from './demo-desk.seeder.js';
import { DEMO_CORRECTIONS, DEMO_REQUESTS, type DemoRequest } from './demo-intake.js';
import { koboCsv, type DemoSubmission } from './demo-kobo.js';
import { DemoScene, must } from './demo-scene.js';

/** Who looks at the requests of each organisation. */
const SCREENERS: Readonly<Record<string, string>> = {
  lantern: 'coordinator',
  bridge: 'bridge-coordinator',
  harbour: 'harbour-coordinator',
};

/** Takes in what the field sent, and screens it as far as its stories tell. */
@Injectable()
export class DemoIntakeSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
  ) {}

  /** The inboxes that requests are sealed into; only screeners open them (architecture.md). */
  async openInboxes(desk: DemoDesk): Promise<void> {
    for (const key of Object.values(SCREENERS)) {
      const keeper = await this.actors.as(key);
      await this.scene.act(keeper, () => this.scene.get(InboxKeysUseCase).open(keeper));
    }
    const screener = await this.actors.as('coordinator');
    const holderId = desk.people.get('caseworker') ?? '';
    await this.scene.act(screener, () =>
      this.scene.get(InboxKeysUseCase).grant(screener, holderId),
    );
  }

  async seed(): Promise<void> {
    const cards = await this.import(
      'de',
      DEMO_REQUESTS.map((request) => this.submission(request)),
    );
    for (const request of DEMO_REQUESTS) {
      if (request.screening !== 'NOT_KEPT') await this.screen(request, cards);
    }
    await this.import(
      'de',
      DEMO_CORRECTIONS.map((request) => this.submission(request)),
    );
  }

  /** Reads an export as the operator's command does. Ids of cards by the ends of the submissions' ids. */
  async import(
    form: string,
    submissions: readonly DemoSubmission[],
  ): Promise<ReadonlyMap<string, string>> {
    const organizations: NamedOrganization[] = [];
    for (const [code, key] of Object.entries(SCREENERS)) {
      organizations.push({ code, id: (await this.actors.as(key)).organizationId });
    }
    const { importIds } = must(
      await this.scene.get(ImportSubmissionsUseCase).execute({
        source: { kind: 'BYTES', bytes: koboCsv(form, submissions) },
        destinations: { kind: 'BY_FORM', organizations },
        ...{ importer: null, dryRun: false },
      }),
    );
    const cards = new Map<string, string>();
    for (const key of Object.values(SCREENERS)) {
      const rows = await this.scene.rows<{ id: string; place: number }>(
        await this.actors.as(key),
        `SELECT request_id AS id, import_row AS place FROM intake_receipt
         WHERE import_id = ANY($1) AND NOT is_repeat`,
        [importIds],
      );
      for (const { id, place } of rows) cards.set(submissions[place - 1]?.id ?? '', id);
    }
    return cards;
  }

  private submission(request: DemoRequest): DemoSubmission {
    const { id, corrects, sentDaysAgo, wantedInDays, detainedDaysAgo, answers } = request;
    return {
      ...{ id, corrects, sentOn: this.scene.day(-sentDaysAgo) },
      answers: {
        'needs/wanted_by': this.scene.day(wantedInDays),
        'prisoner/detained_on': detainedDaysAgo === null ? '' : this.scene.day(-detainedDaysAgo),
        ...answers,
      },
    };
  }

  private async screen(
    { id, screening, answers }: DemoRequest,
    cards: ReadonlyMap<string, string>,
  ): Promise<void> {
    const screener = await this.actors.as(SCREENERS[answers['organisation'] ?? ''] ?? '');
    const requestId = cards.get(id) ?? '';
    const { scene } = this;
    const act = <T>(work: () => Promise<Result<T, DomainError>>) => scene.act(screener, work);
    switch (screening) {
      case 'ASSIGN':
        await act(() =>
          scene
            .get(AssignRequestUseCase)
            .execute(screener, { requestId, screenerId: screener.personId }),
        );
        return;
      case 'ASK':
        await act(() =>
          scene
            .get(AskApplicantUseCase)
            .execute(screener, { requestId, reason: 'FACTS_MISSING', dueOn: scene.day(5) }),
        );
        return;
      case 'ACCEPT':
        await act(() =>
          scene
            .get(AcceptRequestUseCase)
            .execute(screener, { requestId, provocationCheckDone: true }),
        );
        return;
      case 'DECLINE':
        await act(() =>
          scene
            .get(DeclineRequestUseCase)
            .execute(screener, { requestId, reason: 'COULD_NOT_BE_CONFIRMED' }),
        );
        return;
      case 'CALL_OUT':
        await act(() => scene.get(MarkCallOutUseCase).execute(screener, { requestId }));
        return;
      case 'MERGE':
        return this.merge(requestId);
      case 'CORRECT':
        await act(() =>
          scene.get(CorrectRequestUseCase).execute(screener, {
            requestId,
            answers: [{ path: 'needs/requested_amount_eur', text: '12.50' }],
          }),
        );
        return;
      default:
        // It waits for somebody.
        return;
    }
  }

  /** By the screener who works on the case that it belongs to. */
  private async merge(requestId: string): Promise<void> {
    const screener: Actor = await this.actors.as('caseworker');
    const cases = await this.scene.caseIds(screener);
    const intoCaseId = cases.get('STORK-11') ?? '';
    await this.scene.act(screener, () =>
      this.scene.get(MergeRequestUseCase).execute(screener, { requestId, intoCaseId }),
    );
  }
}
