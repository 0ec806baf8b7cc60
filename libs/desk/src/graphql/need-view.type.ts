import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { NeedState } from '@kinward/needs';
import { NeedStateEnum } from '@kinward/needs';
import { resultUnion } from '@kinward/platform';
import { NEED_QUEUE_ORDERS, type NeedQueueOrder } from '../application/need-queue.sql.js';
import type { StoredNeedView } from '../application/need-views.js';
import { NeedCodesFilterInput, NeedQueueOrderEnum } from './need-queue.type.js';

const CODE = 60;

@ObjectType({ description: 'A stored filter of the queue; what was not filtered is null.' })
export class NeedView {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: 'The queue opens with it.' })
  isDefault!: boolean;

  @Field(() => NeedQueueOrderEnum)
  orderBy!: NeedQueueOrder;

  @Field(() => [NeedStateEnum], { nullable: true })
  states!: readonly NeedState[] | null;

  @Field(() => [String], { nullable: true })
  priorities!: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  codes!: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  groups!: readonly string[] | null;

  @Field(() => String, { nullable: true })
  region!: string | null;

  @Field(() => Boolean, { nullable: true })
  mine!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  unassigned!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  overdue!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  waitingForFunds!: boolean | null;

  constructor(view: StoredNeedView) {
    Object.assign(this, view.filter, { id: view.id, isDefault: view.isDefault });
  }
}

export const NeedViewResult = resultUnion('NeedViewResult', NeedView);

@ObjectType()
export class NeedViewDeleted {
  @Field(() => ID)
  viewId: string;

  constructor(viewId: string) {
    this.viewId = viewId;
  }
}

export const NeedViewDeletedResult = resultUnion('NeedViewDeletedResult', NeedViewDeleted);

@ObjectType()
export class NeedViewChosen {
  @Field(() => ID, { nullable: true })
  viewId: string | null;

  constructor(viewId: string | null) {
    this.viewId = viewId;
  }
}

export const NeedViewChosenResult = resultUnion('NeedViewChosenResult', NeedViewChosen);

@InputType({ description: 'What a view keeps: codes, and nothing that somebody wrote.' })
export class NeedViewFilterInput extends NeedCodesFilterInput {}

@InputType()
export class SaveNeedViewInput {
  @Field(() => NeedViewFilterInput)
  @ValidateNested()
  @Type(() => NeedViewFilterInput)
  filter!: NeedViewFilterInput;

  @Field(() => NeedQueueOrderEnum, { defaultValue: 'SCORE' })
  @IsIn(NEED_QUEUE_ORDERS)
  orderBy: NeedQueueOrder = 'SCORE';

  @Field(() => Boolean, { defaultValue: false, description: 'Let the queue open with it.' })
  @IsBoolean()
  isDefault: boolean = false;
}

@InputType()
export class ChooseNeedViewInput {
  @Field(() => ID, { nullable: true, description: 'Null: the queue opens unfiltered.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  viewId?: string | null;
}

@InputType()
export class DeleteNeedViewInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  viewId!: string;
}
