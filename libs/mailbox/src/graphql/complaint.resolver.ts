import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, toConnection, type Actor, type Connection } from '@kinward/platform';
import { ComplaintDesk, complaintKey } from '../application/desk/complaint-desk.js';
import {
  AnswerComplaintInput,
  AnswerComplaintResult,
  ComplaintAnswered,
  ComplaintConnection,
  ComplaintsInput,
  OpenComplaintInput,
  OpenComplaintResult,
  OpenedComplaint,
} from './complaint.type.js';

/** Complaints of families, for people who had nothing to do with them. */
@Resolver()
export class ComplaintResolver {
  constructor(private readonly desk: ComplaintDesk) {}

  @Allow('complaints')
  @Query(() => ComplaintConnection, {
    description: 'Those that are yours to answer, by their day.',
  })
  async complaints(
    @CurrentActor() actor: Actor,
    @Args('input') { first, after, answered }: ComplaintsInput,
  ): Promise<Result<Connection<object>, DomainError>> {
    const asked = { first, isAnswered: answered, ...(after == null ? {} : { after }) };
    const page = await this.desk.page(actor, asked);
    return page.ok ? ok(toConnection(page.value, complaintKey)) : page;
  }

  @Allow('openComplaint')
  @Mutation(() => OpenComplaintResult)
  async openComplaint(
    @CurrentActor() actor: Actor,
    @Args('input') { complaintId }: OpenComplaintInput,
  ): Promise<Result<OpenedComplaint, DomainError>> {
    const opened = await this.desk.open(actor, complaintId);
    return opened.ok ? ok(Object.assign(new OpenedComplaint(), opened.value)) : opened;
  }

  @Allow('answerComplaint')
  @Mutation(() => AnswerComplaintResult, {
    description: 'The family reads the answer in its mailbox.',
  })
  async answerComplaint(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerComplaintInput,
  ): Promise<Result<ComplaintAnswered, DomainError>> {
    const answered = await this.desk.answer(actor, input);
    return answered.ok ? ok(Object.assign(new ComplaintAnswered(), answered.value)) : answered;
  }
}
