import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsString, Length } from 'class-validator';
import { resultUnion } from '@kinward/platform';

@InputType()
export class LoginInput {
  @Field(() => String)
  @IsString()
  @Length(3, 254)
  email!: string;

  @Field(() => String)
  @IsString()
  @Length(1, 256)
  passphrase!: string;
}

@ObjectType()
export class LoginSucceeded {
  @Field(() => String, { description: 'For the Authorization header, as `Bearer …`. Shown once.' })
  token!: string;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;
}

@ObjectType()
export class SignedOut {
  @Field(() => Int, { description: 'How many sessions ended.' })
  endedSessions!: number;
}

export const LoginResult = resultUnion('LoginResult', LoginSucceeded);
