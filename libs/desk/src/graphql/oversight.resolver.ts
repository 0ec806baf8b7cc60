import { Args, Query, Resolver } from '@nestjs/graphql';
import { PeopleQuery } from '@kinward/identity';
import {
  decodeCursor,
  err,
  invalidInput,
  notFound,
  ok,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { Allow, toConnection, type Connection } from '@kinward/platform';
import { CaseStatesQuery } from '../application/case-states.query.js';
import { DisclosureUsualQuery } from '../application/disclosure-usual.query.js';
import { PersonExposureQuery } from '../application/person-exposure.query.js';
import { USUAL_DAYS } from '../domain/unusual-day.js';
import {
  DisclosureUsual,
  ExposedCase,
  GuardedCase,
  GuardedCaseConnection,
  GuardedCasesInput,
  PersonExposure,
  PersonExposureInput,
  PersonExposureResult,
  UsualOfPerson,
} from './oversight.type.js';

/** What those read who watch over the desk: counts and codenames, nothing that was sealed. */
@Resolver()
export class OversightResolver {
  constructor(
    private readonly usual: DisclosureUsualQuery,
    private readonly exposure: PersonExposureQuery,
    private readonly guarded: CaseStatesQuery,
    private readonly people: PeopleQuery,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  @Allow('disclosureUsual')
  @Query(() => DisclosureUsual, {
    description: 'Who opened how much today, against their own days.',
  })
  async disclosureUsual(): Promise<DisclosureUsual> {
    const { today, timeZone } = await this.settings.own();
    const rows = await this.usual.of(today, timeZone);
    const people = await this.people.byIds(rows.map(({ personId }) => personId));
    return {
      today,
      days: USUAL_DAYS,
      people: rows.map(
        (row) => ({ ...row, person: people.get(row.personId) ?? null }) as UsualOfPerson,
      ),
    };
  }

  @Allow('personExposure')
  @Query(() => PersonExposureResult, {
    description: 'Which families somebody’s keys would surrender now.',
  })
  async personExposure(
    @Args('input') { personId, first, after }: PersonExposureInput,
  ): Promise<Result<PersonExposure, DomainError>> {
    const cursor = readCursor(after);
    if (!cursor.ok) return cursor;
    const person = (await this.people.byIds([personId])).get(personId);
    if (person === undefined) return err(notFound());
    const counts = await this.exposure.counts(personId);
    const page = await this.exposure.cases(personId, first, cursor.value);
    const cases = toConnection(page, ({ codename }) => [codename]) as Connection<ExposedCase>;
    return ok(Object.assign(new PersonExposure(), { ...counts, person, cases }));
  }

  @Allow('guardedCases')
  @Query(() => GuardedCaseConnection, { description: 'All cases by codename and state.' })
  async guardedCases(
    @Args('input') { states = null, codename = null, first, after }: GuardedCasesInput,
  ): Promise<Result<Connection<GuardedCase>, DomainError>> {
    const cursor = readCursor(after);
    if (!cursor.ok) return cursor;
    const page = await this.guarded.page({ states, codename, first, after: cursor.value });
    return ok(toConnection(page, (row) => [row.codename]) as Connection<GuardedCase>);
  }
}

/** Both lists go by codename, which is unique in an organisation. */
function readCursor(after: string | null | undefined): Result<string | null, DomainError> {
  if (after == null) return ok(null);
  const [codename] = decodeCursor(after, 1) ?? [];
  return typeof codename === 'string'
    ? ok(codename)
    : err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
}
