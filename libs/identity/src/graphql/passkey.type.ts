import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsUUID, Length, Matches } from 'class-validator';
import { resultUnion } from '@kinward/platform';

const BASE64URL = /^[\w-]+$/;
/** 32 bytes in base64url. */
const SECRET_CHARACTERS = 43;

@ObjectType({ description: 'What a browser asks an authenticator for; bytes in base64url.' })
export class PasskeyRequest {
  @Field(() => String, { description: 'Good for two minutes, once.' })
  challenge!: string;

  @Field(() => String)
  site!: string;

  @Field(() => String, { description: 'What the prf extension computes over.' })
  salt!: string;
}

@ObjectType({ description: 'The same for a new passkey.' })
export class PasskeyEnrolmentRequest extends PasskeyRequest {
  @Field(() => String)
  siteName!: string;

  @Field(() => String, { description: 'Stands for the person and tells nobody who that is.' })
  userHandle!: string;

  @Field(() => [String], { description: 'Passkeys of this person that exist; at most five.' })
  known!: string[];
}

@ObjectType({ description: 'A device that opens this desk.' })
export class Passkey {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Day, UTC.' })
  enrolledOn!: string;

  @Field(() => String, { nullable: true, description: 'Day, UTC; null until it was used.' })
  lastUsedOn!: string | null;
}

@ObjectType()
export class PasskeyRemoved {
  @Field(() => ID)
  id!: string;
}

@InputType({ description: 'What the authenticator answered; every value in base64url.' })
class PasskeyAnswerInput {
  @Field(() => String)
  @Matches(BASE64URL)
  @Length(16, 1_400)
  credentialId!: string;

  @Field(() => String)
  @Matches(BASE64URL)
  @Length(20, 4_000)
  clientData!: string;

  @Field(() => String, { description: 'What its prf extension computed; 32 bytes.' })
  @Matches(BASE64URL)
  @Length(SECRET_CHARACTERS, SECRET_CHARACTERS)
  secret!: string;
}

@InputType()
export class EnrolPasskeyInput extends PasskeyAnswerInput {
  @Field(() => String)
  @Matches(BASE64URL)
  @Length(20, 16_000)
  attestation!: string;

  @Field(() => String, { description: 'Asked again, because a desk may stand open.' })
  @Length(1, 256)
  passphrase!: string;
}

@InputType()
export class PasskeySignInInput extends PasskeyAnswerInput {
  @Field(() => String)
  @Matches(BASE64URL)
  @Length(20, 4_000)
  authenticatorData!: string;

  @Field(() => String)
  @Matches(BASE64URL)
  @Length(20, 4_000)
  signature!: string;
}

@InputType()
export class RemovePasskeyInput {
  @Field(() => ID)
  @IsUUID()
  passkeyId!: string;
}

export const PasskeyEnrolmentResult = resultUnion(
  'PasskeyEnrolmentResult',
  PasskeyEnrolmentRequest,
);
export const PasskeyRequestResult = resultUnion('PasskeyRequestResult', PasskeyRequest);
export const EnrolPasskeyResult = resultUnion('EnrolPasskeyResult', Passkey);
export const RemovePasskeyResult = resultUnion('RemovePasskeyResult', PasskeyRemoved);
