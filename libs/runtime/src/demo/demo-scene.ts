import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
  calendarDay,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import { DEMO_TIME_ZONE } from './demo-desk.seeder.js';

type UseCaseClass<UseCase> = new (...args: never[]) => UseCase;

const DAY_MS = 86_400_000;

/** What the people of the demonstration act with: the use cases that real people use, and the calendar. */
@Injectable()
export class DemoScene {
  constructor(
    private readonly modules: ModuleRef,
    private readonly unitOfWork: UnitOfWork,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Acts in a unit of its own. @throws Error when the act is refused: the demonstration is wrong then */
  async act<T>(actor: Actor, work: () => Promise<Result<T, DomainError>>): Promise<T> {
    const result = await this.unitOfWork.run(actor, work);
    if (result.ok) return result.value;
    throw new Error(`the demonstration met ${JSON.stringify(result.error)}`);
  }

  get<UseCase>(useCase: UseCaseClass<UseCase>): UseCase {
    return this.modules.get<UseCase>(useCase as never, { strict: false });
  }

  now(): Date {
    return this.clock.now();
  }

  /** So many days from today, YYYY-MM-DD in the zone of the demonstration. */
  day(fromToday: number): string {
    const instant = new Date(this.clock.now().getTime() + fromToday * DAY_MS);
    return calendarDay(instant, DEMO_TIME_ZONE);
  }

  /** The year of birth of somebody of this age. */
  yearOfBirth(age: number): string {
    return String(this.clock.now().getUTCFullYear() - age);
  }

  /** A key for a command that is sent once. */
  commandKey(): string {
    return this.ids.next();
  }

  /** Ids of an organisation's cases by codename. */
  async caseIds(actor: Actor): Promise<ReadonlyMap<string, string>> {
    const rows = await this.unitOfWork.read(actor, () =>
      this.unitOfWork.query<{ id: string; codename: string }>('SELECT id, codename FROM case_file'),
    );
    return new Map(rows.map((row) => [row.codename, row.id]));
  }
}
