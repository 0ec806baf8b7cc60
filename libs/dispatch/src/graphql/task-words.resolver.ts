import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { TaskDetailsUseCase } from '../application/task-details.use-case.js';
import { TaskQuestionsUseCase } from '../application/task-questions.use-case.js';
import {
  AnswerQuestionInput,
  AskDeskInput,
  TaskDetailsInput,
  TaskQuestionsInput,
} from './task.input.js';
import {
  TaskDetailsOpened,
  TaskDetailsResult,
  TaskMessages,
  TaskMessageSent,
  TaskMessageSentResult,
  TaskMessagesResult,
  TaskMessageType,
} from './task.type.js';

/** What is said about a task; all of it is sealed. */
@Resolver()
export class TaskWordsResolver {
  constructor(
    private readonly details: TaskDetailsUseCase,
    private readonly questions: TaskQuestionsUseCase,
  ) {}

  @Allow('taskDetails')
  @Mutation(() => TaskDetailsResult, {
    description: 'Shows what it is about, and says so in the log.',
  })
  async taskDetails(
    @CurrentActor() actor: Actor,
    @Args('input') input: TaskDetailsInput,
  ): Promise<Result<TaskDetailsOpened, DomainError>> {
    const opened = await this.details.execute(actor, input);
    return opened.ok ? ok(Object.assign(new TaskDetailsOpened(), opened.value)) : opened;
  }

  @Allow('askDesk')
  @Mutation(() => TaskMessageSentResult, { description: 'A question to the desk, sealed.' })
  async askDesk(
    @CurrentActor() actor: Actor,
    @Args('input') input: AskDeskInput,
  ): Promise<Result<TaskMessageSent, DomainError>> {
    return sent(await this.questions.ask(actor, input));
  }

  @Allow('answerQuestion')
  @Mutation(() => TaskMessageSentResult, { description: 'The one answer to a question, sealed.' })
  async answerQuestion(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerQuestionInput,
  ): Promise<Result<TaskMessageSent, DomainError>> {
    return sent(await this.questions.answer(actor, input));
  }

  @Allow('taskQuestions')
  @Query(() => TaskMessagesResult, {
    description: 'Questions, answers and the note of the report.',
  })
  async taskQuestions(
    @CurrentActor() actor: Actor,
    @Args('input') input: TaskQuestionsInput,
  ): Promise<Result<TaskMessages, DomainError>> {
    const listed = await this.questions.list(actor, input);
    if (!listed.ok) return listed;
    const messages = listed.value.map((message) =>
      Object.assign(new TaskMessageType(), message, {
        isMine: message.writtenBy === actor.personId,
      }),
    );
    return ok(Object.assign(new TaskMessages(), { messages }));
  }
}

function sent(result: Result<string, DomainError>): Result<TaskMessageSent, DomainError> {
  return result.ok ? ok(Object.assign(new TaskMessageSent(), { messageId: result.value })) : result;
}
