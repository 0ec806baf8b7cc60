import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';

const MOST_TOPICS = 20;
const TOPIC = 40;
const CURSOR = 60;

@InputType()
export class LiveFeedInput {
  @Field(() => [String], {
    nullable: true,
    description:
      'Families of topics, such as `need` or `task`; all that my roles may hear of without it.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_TOPICS)
  @IsString({ each: true })
  @MaxLength(TOPIC, { each: true })
  topics?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last cursor I saw: I get what I missed, once each, then what comes.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CURSOR)
  after?: string | null;
}
