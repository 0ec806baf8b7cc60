import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { Person } from '@kinward/identity';
import { connectionOf, PageInput, resultUnion } from '@kinward/platform';
import {
  SETTING_KEYS,
  SETTING_UNITS,
  type SettingKey,
  type SettingUnit,
} from '../domain/setting.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = 40;
/** Longer than any amount; what it holds is checked with a reason that names the field. */
const NUMBER = 60;

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [Key in Value]: Key };

export const SettingKeyEnum = enumOf(SETTING_KEYS);
export const SettingUnitEnum = enumOf(SETTING_UNITS);
export const SettingChangeStateEnum = enumOf(['PROPOSED', 'APPLIED', 'REFUSED', 'WITHDRAWN']);

registerEnumType(SettingKeyEnum, { name: 'SettingKey' });
registerEnumType(SettingUnitEnum, { name: 'SettingUnit' });
registerEnumType(SettingChangeStateEnum, { name: 'SettingChangeState' });

@InputType()
export class OrganizationSettingsInput {
  @Field(() => String, { defaultValue: 'en', description: 'Language of the labels.' })
  @IsString()
  @MaxLength(CODE)
  language: string = 'en';
}

@InputType()
export class SettingChangesInput extends PageInput {}

@InputType()
export class ChangeSettingInput {
  @Field(() => SettingKeyEnum)
  @IsIn(SETTING_KEYS)
  key!: SettingKey;

  @Field(() => String, { nullable: true, description: 'The kind of need, for a ceiling.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whole number as decimal text, cents for money; null for what is usual.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(NUMBER)
  value?: string | null;

  @Field(() => Int, { description: 'The version you read; refused when stale.' })
  @IsInt()
  @Min(0)
  version!: number;
}

@InputType()
export class DecideSettingChangeInput {
  @Field(() => ID)
  @Matches(UUID)
  settingChangeId!: string;

  @Field(() => Boolean)
  @IsBoolean()
  isAccepted!: boolean;
}

@InputType()
export class WithdrawSettingChangeInput {
  @Field(() => ID)
  @Matches(UUID)
  settingChangeId!: string;
}

@ObjectType({ description: 'A change of a setting, with what held before.' })
export class SettingChange {
  @Field(() => ID)
  id!: string;

  @Field(() => SettingKeyEnum)
  key!: SettingKey;

  @Field(() => String, { nullable: true, description: 'The kind of need, for a ceiling.' })
  code!: string | null;

  @Field(() => String, { description: 'Whole number as decimal text.' })
  from!: string;

  @Field(() => String, { description: 'Whole number as decimal text.' })
  to!: string;

  @Field(() => SettingChangeStateEnum)
  state!: keyof typeof SettingChangeStateEnum;

  @Field(() => Person, { nullable: true })
  proposedBy!: Person | null;

  @Field(() => GraphQLISODateTime)
  proposedAt!: Date;

  @Field(() => Person, { nullable: true })
  decidedBy!: Person | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  decidedAt!: Date | null;
}

@ObjectType({ description: 'A number that the organisation sets for itself, within bounds.' })
export class OrganizationSetting {
  @Field(() => SettingKeyEnum)
  key!: SettingKey;

  @Field(() => String, { nullable: true, description: 'The kind of need, for a ceiling.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Words for that kind of need.' })
  label!: string | null;

  @Field(() => SettingUnitEnum)
  unit!: SettingUnit;

  @Field(() => String, { description: 'What holds now: whole number as decimal text.' })
  value!: string;

  @Field(() => String, { description: 'What holds where nothing is set.' })
  usual!: string;

  @Field(() => String)
  least!: string;

  @Field(() => String)
  most!: string;

  @Field(() => Boolean)
  isUsual!: boolean;

  @Field(() => Boolean, { description: 'The country leaves no choice.' })
  isFixed!: boolean;

  @Field(() => Boolean, { description: 'More of it lets less through; of the others, less does.' })
  isSaferAbove!: boolean;

  @Field(() => Int)
  version!: number;

  @Field(() => SettingChange, { nullable: true, description: 'What waits for a second person.' })
  waiting!: SettingChange | null;
}

@ObjectType({ description: 'It holds, or waits for a second person.' })
export class SettingChangeMade {
  @Field(() => ID)
  settingChangeId!: string;

  @Field(() => Boolean)
  awaitsSecond!: boolean;

  @Field(() => Int)
  version!: number;
}

@ObjectType()
export class SettingChangeDecided {
  @Field(() => SettingChangeStateEnum)
  state!: keyof typeof SettingChangeStateEnum;
}

export const SettingChangeConnection = connectionOf('SettingChange', SettingChange);
export const ChangeSettingResult = resultUnion('ChangeSettingResult', SettingChangeMade);
export const DecideSettingChangeResult = resultUnion(
  'DecideSettingChangeResult',
  SettingChangeDecided,
);
