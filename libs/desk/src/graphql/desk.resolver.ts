import { Args, Query, Resolver } from '@nestjs/graphql';
import { PeopleQuery } from '@kinward/identity';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { Allow, CurrentActor, toConnection, type Actor, type Connection } from '@kinward/platform';
import { assembleCaseFile, peopleOf } from '../application/case-file.assembler.js';
import { CaseFileQuery } from '../application/case-file.query.js';
import { caseListKey, CaseListQuery } from '../application/case-list.query.js';
import { CaseloadQuery } from '../application/caseload.query.js';
import { CaseFile, CaseFileInput, CaseFileResult } from './case-file.type.js';
import {
  Caseload,
  CaseloadConnection,
  CaseloadInput,
  CaseListInput,
  CaseSummary,
  CaseSummaryConnection,
} from './case-summary.type.js';

/** The screens that read across domains. */
@Resolver()
export class DeskResolver {
  constructor(
    private readonly cases: CaseListQuery,
    private readonly files: CaseFileQuery,
    private readonly loads: CaseloadQuery,
    private readonly people: PeopleQuery,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  @Allow('caseList')
  @Query(() => CaseSummaryConnection, {
    description: 'My organisation’s cases, or those I work on.',
  })
  async caseList(
    @CurrentActor() actor: Actor,
    @Args('input') input: CaseListInput,
  ): Promise<Result<Connection<CaseSummary>, DomainError>> {
    const { today } = await this.settings.own();
    const page = await this.cases.page(actor, input, today);
    if (!page.ok) return page;
    const { rows, endCursor, hasNextPage } = page.value;
    const ids = rows.flatMap((row) => [row.assigneeId, row.deputyId]).filter((id) => id !== null);
    const people = await this.people.byIds([...new Set(ids)]);
    const edges = rows.map((row) => {
      const { nextStepKind: kind, nextStepDueDay: dueDay } = row;
      const node = {
        ...row,
        assignee: people.get(row.assigneeId ?? '') ?? null,
        deputy: people.get(row.deputyId ?? '') ?? null,
        nextStep:
          kind === null || dueDay === null ? null : { kind, dueDay, isOverdue: dueDay < today },
      } as CaseSummary;
      return { row, node };
    });
    const connection = toConnection({ rows: edges, endCursor, hasNextPage }, ({ row }) =>
      caseListKey(input.orderBy, row),
    );
    return ok({
      ...connection,
      edges: connection.edges.map(({ cursor, node }) => ({ cursor, node: node.node })),
    });
  }

  @Allow('caseFile')
  @Query(() => CaseFileResult, { description: 'One file, as far as my role and my keys reach.' })
  async caseFile(
    @CurrentActor() actor: Actor,
    @Args('input') input: CaseFileInput,
  ): Promise<Result<CaseFile, DomainError>> {
    const view = await this.files.find(actor, input.caseId);
    if (!view.ok) return view;
    const people = await this.people.byIds(peopleOf(view.value));
    const { today } = await this.settings.own();
    const file = assembleCaseFile(view.value, people, actor, today);
    return ok(Object.assign(new CaseFile(), file));
  }

  @Allow('caseload')
  @Query(() => CaseloadConnection, { description: 'How much each caseworker carries.' })
  async caseload(
    @Args('input') input: CaseloadInput,
  ): Promise<Result<Connection<Caseload>, DomainError>> {
    const [afterId] = input.after == null ? [null] : (decodeCursor(input.after, 1) ?? ['']);
    if (afterId !== null && (typeof afterId !== 'string' || !isUuid(afterId))) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    const settings = await this.settings.own();
    const page = await this.loads.page(input.first, afterId ?? null, settings);
    const people = await this.people.byIds(page.rows.map((row) => row.personId));
    const connection = toConnection(page, (row) => [row.personId]);
    const edges = connection.edges.map(({ cursor, node }) => ({
      cursor,
      node: { ...node, person: people.get(node.personId) ?? null } as Caseload,
    }));
    return ok({ ...connection, edges });
  }
}
