import { Inject, Injectable } from '@nestjs/common';
import {
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
import { CLOCK } from '@kinward/platform';
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
  async duties({ first, after }: Paging): Listed<VettingDuty> {
    const key = readCursor(after, 3);
    if (!key.ok) return key;
    const [day, kind, id] = key.value ?? [];
    const isPlace = day !== undefined && kind !== undefined && id !== undefined;
    const place = isPlace ? ([day, kind, id] as const) : null;
    const { today } = await this.settings.own();
    const now = this.clock.now();
    const rows = await this.lists.duties({ today, after: place, limit: first + 1, now });
    return ok(toPage(rows, first, dutyKey));
  }
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
