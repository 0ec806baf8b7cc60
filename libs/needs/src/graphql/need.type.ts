import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MoneyType, resultUnion } from '@kinward/platform';
import { NEED_STATES, type NeedState } from '../domain/need-states.js';
import {
  NEEDS_ACTS,
  type ActedOnNeeds,
  type NeedsAct,
} from '../application/act-on-needs.use-case.js';
import type { ChangedNeed } from '../application/changed-need.js';
import type { ChangedRecurrence } from '../application/start-recurring-need.use-case.js';

export const NeedStateEnum = Object.fromEntries(
  NEED_STATES.map((state) => [state, state]),
) as Record<NeedState, NeedState>;
registerEnumType(NeedStateEnum, { name: 'NeedState', description: 'In the order of its life.' });

export const NeedsActEnum = Object.fromEntries(NEEDS_ACTS.map((act) => [act, act])) as Record<
  NeedsAct,
  NeedsAct
>;
registerEnumType(NeedsActEnum, { name: 'NeedsAct', description: 'What many needs get at once.' });

@ObjectType({ description: 'The change is stored.' })
export class NeedChanged {
  @Field(() => ID)
  needId: string;

  @Field(() => ID)
  caseId: string;

  @Field(() => Int, { description: 'Send it with the next change.' })
  version: number;

  @Field(() => NeedStateEnum)
  state: NeedState;

  @Field(() => Int, { nullable: true, description: '0 to 100' })
  score: number | null;

  @Field(() => Boolean, { description: 'One of two approvers has signed; nothing moved yet.' })
  awaitsSecondApprover: boolean;

  constructor(change: ChangedNeed) {
    this.needId = change.needId;
    this.caseId = change.caseId;
    this.version = change.version;
    this.state = change.state as NeedState;
    this.score = change.score;
    this.awaitsSecondApprover = change.awaitsSecondApprover;
  }
}

export const NeedChangedResult = resultUnion('NeedChangedResult', NeedChanged);

@ObjectType()
export class NeedActedOn {
  @Field(() => ID)
  needId!: string;

  @Field(() => String, { description: 'DONE, or why not: NOT_FOUND, WRONG_STATE_DRAFT, …' })
  outcome!: string;
}

@ObjectType({ description: 'What became of each need.' })
export class NeedsActedOn {
  @Field(() => [NeedActedOn])
  needs: readonly NeedActedOn[];

  constructor(outcomes: ActedOnNeeds) {
    this.needs = Object.entries(outcomes).map(([needId, outcome]) => ({ needId, outcome }));
  }
}

export const NeedsActedOnResult = resultUnion('NeedsActedOnResult', NeedsActedOn);

@ObjectType({ description: 'People whom the aid reaches, in coarse counts.' })
export class PeopleReachedType {
  @Field(() => String)
  ageBand!: string;

  @Field(() => String)
  sex!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'A template that makes a dated need for every period.' })
export class RecurringNeed {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  code!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => String)
  rhythm!: string;

  @Field(() => String)
  firstDueDay!: string;

  @Field(() => String, { description: 'Due day of the need that is made next.' })
  nextDueDay!: string;

  @Field(() => String, { nullable: true })
  untilDay!: string | null;

  @Field(() => Int, { nullable: true })
  countLeft!: number | null;

  @Field(() => String, { nullable: true })
  channelClass!: string | null;

  @Field(() => String, { nullable: true })
  stoppedOn!: string | null;

  @Field(() => String, { nullable: true })
  stopReason!: string | null;
}

@ObjectType()
export class RecurringNeeds {
  @Field(() => [RecurringNeed], { description: 'Running ones first.' })
  templates: readonly RecurringNeed[];

  constructor(templates: readonly RecurringNeed[]) {
    this.templates = templates;
  }
}

export const RecurringNeedsResult = resultUnion('RecurringNeedsResult', RecurringNeeds);

@ObjectType({ description: 'The template is stored or stopped.' })
export class RecurringNeedChanged {
  @Field(() => ID)
  recurrenceId: string;

  @Field(() => Int, { description: 'Send it with the next change.' })
  version: number;

  constructor(change: ChangedRecurrence) {
    this.recurrenceId = change.recurrenceId;
    this.version = change.version;
  }
}

export const RecurringNeedChangedResult = resultUnion(
  'RecurringNeedChangedResult',
  RecurringNeedChanged,
);

@ObjectType()
export class NeedGroup {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  label!: string;
}

@ObjectType({ description: 'One kind of need, as the country’s pack has it.' })
export class NeedTypeView {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  group!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'P0 to P4' })
  priority!: string;

  @Field(() => MoneyType, { description: 'A proposal.' })
  typical!: MoneyType;

  @Field(() => MoneyType, { description: 'Up to here one approver is enough.' })
  ceiling!: MoneyType;

  @Field(() => Boolean)
  mayBeFree!: boolean;

  @Field(() => String)
  cadence!: string;

  @Field(() => [String], { description: 'Channel classes that suit it; the first is proposed.' })
  channels!: readonly string[];

  @Field(() => String)
  evidenceInCountry!: string;

  @Field(() => String)
  evidenceAbroad!: string;

  @Field(() => [String])
  flags!: readonly string[];

  @Field(() => Int, { description: 'OECD purpose code' })
  crs!: number;
}

@ObjectType()
export class NeedTaxonomy {
  @Field(() => [NeedGroup])
  groups!: readonly NeedGroup[];

  @Field(() => [NeedTypeView])
  types!: readonly NeedTypeView[];
}
