import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import type { MoneyText } from '@kinward/kernel';

/** An amount as callers send it; `readMoney` of the kernel checks it and names the wrong part. */
@InputType({ description: 'An exact amount.' })
export class MoneyInput implements MoneyText {
  @Field(() => String, { description: 'Whole minor units (cents) as decimal text, above zero.' })
  @IsString()
  @MaxLength(60)
  minorUnits!: string;

  @Field(() => String, { description: 'ISO 4217; EUR only for now.' })
  @IsString()
  @MaxLength(60)
  currency!: string;
}

@ObjectType('Money', { description: 'An exact amount.' })
export class MoneyType {
  @Field(() => String, { description: 'Whole minor units (cents) as decimal text.' })
  minorUnits: string;

  @Field(() => String, { description: 'ISO 4217' })
  currency: string;

  /** @param minorUnits as the database returns a bigint, or as the domain holds it */
  constructor(minorUnits: bigint | string, currency = 'EUR') {
    this.minorUnits = BigInt(minorUnits).toString();
    this.currency = currency;
  }
}
