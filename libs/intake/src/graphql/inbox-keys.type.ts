import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { Person } from '@kinward/identity';
import { resultUnion } from '@kinward/platform';

const ID_LENGTH = 64;

@InputType({ isAbstract: true })
class HolderInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  personId!: string;
}

@InputType()
export class GrantInboxKeyInput extends HolderInput {}

@InputType()
export class RevokeInboxKeyInput extends HolderInput {}

@ObjectType({ description: 'Somebody who can open requests of the inbox.' })
export class InboxKeyHolder {
  @Field(() => ID)
  personId!: string;

  @Field(() => GraphQLISODateTime, { description: 'Another holder grants it anew before that.' })
  expiresAt!: Date;

  @Field(() => Person, { nullable: true })
  person!: Person | null;
}

@ObjectType({ description: 'The inbox of your organisation and who can open it.' })
export class InboxKeys {
  @Field(() => [InboxKeyHolder], { description: 'Whose key ends first comes first.' })
  holders!: readonly InboxKeyHolder[];
}

export const InboxKeysResult = resultUnion('InboxKeysResult', InboxKeys);
