import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { DomainError, IdGenerator, Result } from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import { DemoTimeline } from './demo-timeline.js';

type UseCaseClass<UseCase> = new (...args: never[]) => UseCase;

/** What the people of the demonstration act with: the use cases that real people use, and the calendar. */
@Injectable()
export class DemoScene {
  constructor(
    private readonly modules: ModuleRef,
    private readonly unitOfWork: UnitOfWork,
    private readonly timeline: DemoTimeline,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Acts in a unit of its own. @throws Error when the act is refused: the demonstration is wrong then */
  async act<T>(actor: Actor, work: () => Promise<Result<T, DomainError>>): Promise<T> {
    return must(await this.unitOfWork.run(actor, work));
  }

  /** Tries what has to be refused. @throws Error when it is done, or refused for another reason */
  async refused<T>(
    actor: Actor,
    work: () => Promise<Result<T, DomainError>>,
    reason: string,
  ): Promise<void> {
    const result = await this.unitOfWork.run(actor, work);
    if (!result.ok && result.error.kind === 'REFUSED' && result.error.reason === reason) return;
    throw new Error(`the demonstration waited in vain for ${reason}`);
  }

  get<UseCase>(useCase: UseCaseClass<UseCase>): UseCase {
    return this.modules.get<UseCase>(useCase as never, { strict: false });
  }

  /** Rows as this person's organisation has them. */
  rows<Row>(actor: Actor, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.unitOfWork.read(actor, () => this.unitOfWork.query<Row>(sql, [...parameters]));
  }

  /** The moment that is being told. */
  now(): Date {
    return this.timeline.now();
  }

  /** The day that is being told, YYYY-MM-DD in the zone of the demonstration. */
  today(): string {
    return this.timeline.today();
  }

  /** So many days from the day of the seeding, YYYY-MM-DD in the zone of the demonstration. */
  day(fromSeeding: number): string {
    return this.timeline.day(fromSeeding);
  }

  /** The year of birth of somebody of this age. */
  yearOfBirth(age: number): string {
    return this.timeline.yearOfBirth(age);
  }

  /** A key for a command that is sent once. */
  commandKey(): string {
    return this.ids.next();
  }

  /** Ids of an organisation's cases by codename. */
  async caseIds(actor: Actor): Promise<ReadonlyMap<string, string>> {
    const rows = await this.rows<{ id: string; codename: string }>(
      actor,
      'SELECT id, codename FROM case_file',
    );
    return new Map(rows.map((row) => [row.codename, row.id]));
  }
}

/** What a use case gave. @throws Error when it refused: the demonstration is wrong then */
export function must<T>(result: Result<T, DomainError>): T {
  if (result.ok) return result.value;
  throw new Error(`the demonstration met ${JSON.stringify(result.error)}`);
}
