import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PeopleQuery, type Person } from '@kinward/identity';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  MoneyType,
  toConnection,
  type Actor,
  type Connection,
} from '@kinward/platform';
import { PaymentSamples, sampleKey, type Sample } from '../application/sample/payment-samples.js';
import {
  DrawPaymentSampleInput,
  DrawPaymentSampleResult,
  FindingNoted,
  NoteFindingInput,
  NoteFindingResult,
  PaymentSample,
  PaymentSampleConnection,
  PaymentSampleDrawn,
  PaymentSampleInput,
  PaymentSampleOpened,
  PaymentSampleResult,
  PaymentSamplesInput,
  SampledPayment,
} from './sample.type.js';

/** Random samples of payments, for the auditor. */
@Resolver()
export class PaymentSampleResolver {
  constructor(
    private readonly samples: PaymentSamples,
    private readonly people: PeopleQuery,
  ) {}

  @Allow('paymentSamples')
  @Query(() => PaymentSampleConnection, { description: 'All draws, newest first.' })
  async paymentSamples(
    @Args('input') input: PaymentSamplesInput,
  ): Promise<Result<Connection<PaymentSample>, DomainError>> {
    const page = await this.samples.page(input);
    if (!page.ok) return page;
    const shown = await this.shown(page.value.rows);
    return ok(toConnection(page.value, sampleKey, shown));
  }

  @Allow('paymentSample')
  @Query(() => PaymentSampleResult, { description: 'One draw with its payments, without anybody.' })
  async paymentSample(
    @Args('input') { sampleId }: PaymentSampleInput,
  ): Promise<Result<PaymentSampleOpened, DomainError>> {
    const opened = await this.samples.open(sampleId);
    if (!opened.ok) return opened;
    const { lines, ...sample } = opened.value;
    const shown = await this.shown([sample]);
    const payments = lines.map(({ payoutId, amountMinor, ...line }) => ({
      ...line,
      disbursementId: payoutId,
      amount: new MoneyType(amountMinor),
    })) as SampledPayment[];
    return ok(Object.assign(new PaymentSampleOpened(), { sample: shown(sample), payments }));
  }

  @Allow('drawPaymentSample')
  @Mutation(() => DrawPaymentSampleResult, {
    description: 'Draws payments of a period that is over; nobody chooses the seed.',
  })
  async drawPaymentSample(
    @CurrentActor() actor: Actor,
    @Args('input') input: DrawPaymentSampleInput,
  ): Promise<Result<PaymentSampleDrawn, DomainError>> {
    const drawn = await this.samples.draw(actor, input);
    return drawn.ok
      ? ok(Object.assign(new PaymentSampleDrawn(), { sampleId: drawn.value }))
      : drawn;
  }

  @Allow('noteFinding')
  @Mutation(() => NoteFindingResult, { description: 'What was found about a payment, as a code.' })
  async noteFinding(
    @CurrentActor() actor: Actor,
    @Args('input') { sampleId, disbursementId, finding = null }: NoteFindingInput,
  ): Promise<Result<FindingNoted, DomainError>> {
    const line = { sampleId, payoutId: disbursementId };
    const noted = await this.samples.note(actor, line, finding);
    return noted.ok ? ok(Object.assign(new FindingNoted(), { finding })) : noted;
  }

  private async shown(rows: readonly Sample[]): Promise<(sample: Sample) => PaymentSample> {
    const people = await this.people.byIds([...new Set(rows.map(({ drawnById }) => drawnById))]);
    return (sample) => ({
      ...sample,
      drawnBy: (people.get(sample.drawnById) ?? null) as Person | null,
    });
  }
}
