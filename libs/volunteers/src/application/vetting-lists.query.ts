import { Inject, Injectable } from '@nestjs/common';
import { EndingCertificatesQuery } from '@kinward/identity';
import {
  calendarDay,
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  notFound,
  ok,
  toPage,
  type Clock,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { CLOCK, type Actor } from '@kinward/platform';
import { addDays } from '../domain/day.js';
import { RECHECK_LEAD_DAYS } from '../domain/vetting-guards.js';
import {
  VettingListsStore,
  type ApplicationLine,
  type VettingDuty,
  type VolunteerLine,
} from '../infrastructure/vetting-lists.store.js';

export type { ApplicationLine } from '../infrastructure/vetting-lists.store.js';

interface Paging {
  readonly first: number;
  readonly after?: string | null;
}

export interface ApplicationsFilter extends Paging {
  readonly states?: readonly string[] | null;
}

export interface VolunteersFilter extends Paging {
  readonly states?: readonly string[] | null;
  readonly tiers?: readonly string[] | null;
}

type Listed<Row> = Promise<Result<Page<Row>, DomainError>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const applicationKey = (row: ApplicationLine): readonly string[] => [row.appliedOn, row.id];
export const volunteerKey = (row: VolunteerLine): readonly string[] => [row.personId];
export const dutyKey = (row: VettingDuty): readonly string[] => [
  row.dueDay,
  row.kind,
  row.subjectId,
];

/** The lists of the vetting desk, and one of them by its id. Errors of lists: INVALID_INPUT for a cursor of another list. */
@Injectable()
export class VettingListsQuery {
  constructor(
    private readonly lists: VettingListsStore,
    private readonly settings: OrganizationSettingsQuery,
    private readonly certificates: EndingCertificatesQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The oldest first. */
  async applications({ first, after, states = null }: ApplicationsFilter): Listed<ApplicationLine> {
    const key = readCursor(after, 2);
    if (!key.ok) return key;
    const [day, id] = key.value ?? [];
    const place = day === undefined || id === undefined ? null : ([day, id] as const);
    const now = this.clock.now();
    const asked = { states, after: place, limit: first + 1, now, id: null };
    return ok(toPage(await this.lists.applications(asked), first, applicationKey));
  }

  /** NOT_FOUND. */
  async application(id: string): Promise<Result<ApplicationLine, DomainError>> {
    if (!isUuid(id)) return err(notFound());
    const one = { states: null, after: null, limit: 1, now: this.clock.now(), id };
    const [line] = await this.lists.applications(one);
    return line === undefined ? err(notFound()) : ok(line);
  }

  async volunteers(filter: VolunteersFilter): Listed<VolunteerLine> {
    const { first, after, states = null, tiers = null } = filter;
    const key = readCursor(after, 1);
    if (!key.ok) return key;
    const place = key.value?.[0] ?? null;
    const asked = { states, tiers, after: place, limit: first + 1, id: null };
    return ok(toPage(await this.lists.volunteers(asked), first, volunteerKey));
  }

  /** NOT_FOUND. */
  async volunteer(personId: string): Promise<Result<VolunteerLine, DomainError>> {
    if (!isUuid(personId)) return err(notFound());
    const one = { states: null, tiers: null, after: null, limit: 1, id: personId };
    const [line] = await this.lists.volunteers(one);
    return line === undefined ? err(notFound()) : ok(line);
  }

  /** What is due first, first. */
  async duties(actor: Actor, { first, after }: Paging): Listed<VettingDuty> {
    const key = readCursor(after, 3);
    if (!key.ok) return key;
    const [day, kind, id] = key.value ?? [];
    const isPlace = day !== undefined && kind !== undefined && id !== undefined;
    const place = isPlace ? ([day, kind, id] as const) : null;
    const { today, timeZone } = await this.settings.own();
    const now = this.clock.now();
    const rows = await this.lists.duties({ today, after: place, limit: first + 1, now });
    if (!actor.roles.has('SECURITY_OFFICER')) return ok(toPage(rows, first, dutyKey));
    const ending = (await this.ending(today, timeZone)).filter(
      (duty) => place === null || isBefore(place, dutyKey(duty)),
    );
    const all = [...rows, ...ending].sort((one, other) =>
      isBefore(dutyKey(one), dutyKey(other)) ? -1 : 1,
    );
    return ok(toPage(all.slice(0, first + 1), first, dutyKey));
  }

  /** Certificates that end within the days in which a recheck may be signed: few people, in no table of this domain. */
  private async ending(today: string, timeZone: string): Promise<readonly VettingDuty[]> {
    const last = addDays(today, RECHECK_LEAD_DAYS);
    const until = new Date(Date.parse(`${addDays(last, 2)}T00:00:00Z`));
    const certificates = await this.certificates.before(until);
    return certificates
      .map(({ personId, endsAt }) => ({
        ...{ kind: 'CERTIFICATE', subjectId: personId, personId },
        dueDay: calendarDay(endsAt, timeZone),
      }))
      .filter(({ dueDay }) => dueDay <= last);
  }
}

/** Keys of two duties: whether the one comes first. */
function isBefore(one: readonly string[], other: readonly string[]): boolean {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && (one[at] ?? '') < (other[at] ?? '');
}

/** The last part of a key is an id, the first of several a day. */
function readCursor(
  cursor: string | null | undefined,
  length: number,
): Result<readonly string[] | null, DomainError> {
  if (cursor == null) return ok(null);
  const key = decodeCursor(cursor, length);
  const texts = key?.filter((part) => typeof part === 'string') ?? [];
  const [day = ''] = texts;
  const isKey =
    texts.length === length && isUuid(texts.at(-1) ?? '') && (length === 1 || DAY.test(day));
  const isDay = length === 1 || !Number.isNaN(Date.parse(day));
  return isKey && isDay ? ok(texts) : err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
}
