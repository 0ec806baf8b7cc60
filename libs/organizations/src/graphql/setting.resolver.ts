import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PeopleQuery, type Person, type PersonView } from '@kinward/identity';
import { findNeedType, labelOf } from '@kinward/jurisdictions';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, toConnection, type Actor, type Connection } from '@kinward/platform';
import { OrganizationSettingsQuery } from '../application/organization-settings.query.js';
import { ChangeSettingUseCase } from '../application/settings/change-setting.use-case.js';
import { DecideSettingChangeUseCase } from '../application/settings/decide-setting-change.use-case.js';
import {
  settingChangeKey,
  SettingsListQuery,
  type SettingChangeRow,
  type SettingChangeState,
} from '../application/settings/settings-list.query.js';
import {
  ChangeSettingInput,
  ChangeSettingResult,
  DecideSettingChangeInput,
  DecideSettingChangeResult,
  OrganizationSetting,
  OrganizationSettingsInput,
  SettingChange,
  SettingChangeConnection,
  SettingChangeDecided,
  SettingChangeMade,
  SettingChangesInput,
  WithdrawSettingChangeInput,
} from './setting.type.js';

type Decided = Promise<Result<SettingChangeDecided, DomainError>>;

/** What an organisation sets for itself: stricter at once, looser by two people. */
@Resolver()
export class SettingResolver {
  constructor(
    private readonly settings: OrganizationSettingsQuery,
    private readonly list: SettingsListQuery,
    private readonly changing: ChangeSettingUseCase,
    private readonly deciding: DecideSettingChangeUseCase,
    private readonly people: PeopleQuery,
  ) {}

  @Allow('organizationSettings')
  @Query(() => [OrganizationSetting], { description: 'What my organisation sets, and may set.' })
  async organizationSettings(
    @Args('input') { language }: OrganizationSettingsInput,
  ): Promise<OrganizationSetting[]> {
    const { ground } = await this.settings.own();
    const all = await this.list.all();
    const shown = await this.shown(all.flatMap(({ waiting }) => waiting ?? []));
    return all.map(({ code, value, usual, least, most, waiting, ...rest }) => {
      const type = ground === null ? undefined : findNeedType(ground.pack, code);
      return {
        ...rest,
        code: code === '' ? null : code,
        label: ground === null || type === undefined ? null : labelOf(ground.pack, type, language),
        ...{ value: value.toString(), usual: usual.toString() },
        ...{ least: least.toString(), most: most.toString() },
        waiting: waiting === null ? null : shown(waiting),
      };
    });
  }

  @Allow('settingChanges')
  @Query(() => SettingChangeConnection, { description: 'Who set what, newest first.' })
  async settingChanges(
    @Args('input') input: SettingChangesInput,
  ): Promise<Result<Connection<SettingChange>, DomainError>> {
    const page = await this.list.changes(input);
    if (!page.ok) return page;
    const shown = await this.shown(page.value.rows);
    return ok(toConnection(page.value, settingChangeKey, shown));
  }

  @Allow('changeSetting')
  @Mutation(() => ChangeSettingResult, {
    description: 'Stricter holds at once; what lets more through waits for a second person.',
  })
  async changeSetting(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeSettingInput,
  ): Promise<Result<SettingChangeMade, DomainError>> {
    const made = await this.changing.execute(actor, { ...input, value: input.value ?? null });
    return made.ok ? ok(Object.assign(new SettingChangeMade(), made.value)) : made;
  }

  @Allow('decideSettingChange')
  @Mutation(() => DecideSettingChangeResult, {
    description: 'The second person’s word on a change.',
  })
  decideSettingChange(
    @CurrentActor() actor: Actor,
    @Args('input') { settingChangeId, isAccepted }: DecideSettingChangeInput,
  ): Decided {
    return decided(this.deciding.decide(actor, settingChangeId, isAccepted));
  }

  @Allow('withdrawSettingChange')
  @Mutation(() => DecideSettingChangeResult, {
    description: 'Takes back my own: a proposal, or for ten minutes what held at once.',
  })
  withdrawSettingChange(
    @CurrentActor() actor: Actor,
    @Args('input') { settingChangeId }: WithdrawSettingChangeInput,
  ): Decided {
    return decided(this.deciding.withdraw(actor, settingChangeId));
  }

  /** How to show each of these changes. */
  private async shown(
    rows: readonly SettingChangeRow[],
  ): Promise<(row: SettingChangeRow) => SettingChange> {
    const ids = rows.flatMap((row) => [row.proposedBy, row.decidedBy ?? row.proposedBy]);
    const people: ReadonlyMap<string, PersonView> = await this.people.byIds([...new Set(ids)]);
    const personOf = (id: string | null): Person | null =>
      (people.get(id ?? '') ?? null) as Person | null;
    return ({ code, heldBefore, heldAfter, ...row }) => ({
      ...row,
      code: code === '' ? null : code,
      from: heldBefore.toString(),
      to: heldAfter.toString(),
      proposedBy: personOf(row.proposedBy),
      decidedBy: personOf(row.decidedBy),
    });
  }
}

async function decided(work: Promise<Result<SettingChangeState, DomainError>>): Decided {
  const state = await work;
  return state.ok ? ok(Object.assign(new SettingChangeDecided(), { state: state.value })) : state;
}
