import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { NeedState } from '@kinward/needs';
import { NeedStateEnum } from '@kinward/needs';
import { resultUnion } from '@kinward/platform';
import { NEED_QUEUE_ORDERS, type NeedQueueOrder } from '../application/need-queue.sql.js';
import type { StoredNeedView } from '../application/need-views.js';
import { NeedQueueFilterInput, NeedQueueOrderEnum } from './need-queue.type.js';

const CODE = 60;

@ObjectType({ description: 'A stored filter of the queue; what was not filtered is null.' })
export class NeedView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

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

  @Field(() => ID, { nullable: true })
  assigneeId!: string | null;

  @Field(() => Boolean, { nullable: true })
  mine!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  overdue!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  waitingForFunds!: boolean | null;

  @Field(() => String, { nullable: true })
  codename!: string | null;

  constructor(view: StoredNeedView) {
    Object.assign(this, view.filter, { id: view.id, name: view.name });
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

@InputType()
export class SaveNeedViewInput {
  @Field(() => String, { description: 'Up to 40 characters, in clear: never a family’s name.' })
  @IsString()
  @MaxLength(CODE)
  name!: string;

  @Field(() => NeedQueueFilterInput)
  @ValidateNested()
  @Type(() => NeedQueueFilterInput)
  filter!: NeedQueueFilterInput;

  @Field(() => NeedQueueOrderEnum, { defaultValue: 'SCORE' })
  @IsIn(NEED_QUEUE_ORDERS)
  orderBy: NeedQueueOrder = 'SCORE';
}

@InputType()
export class DeleteNeedViewInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  viewId!: string;
}
