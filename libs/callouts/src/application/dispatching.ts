import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { hoursAfter, SIGNATURE_HOURS } from '../domain/call-out-clocks.js';
import { CallOutRepository } from '../infrastructure/call-out.repository.js';
import { CallOutMover } from './call-out-mover.js';
import type { CheckedDispatch, DispatchedCallOut } from './dispatch-call-out.command.js';
import { DispatchGround } from './dispatch-ground.js';
import { EmergencyDraw } from './emergency-draw.js';
import { ProtocolTasks } from './protocol-tasks.js';

/** The work behind a dispatch: ground, state, money, tasks; in this order, which is that of the locks. */
@Injectable()
export class Dispatching {
  constructor(
    private readonly ground: DispatchGround,
    private readonly mover: CallOutMover,
    private readonly callOuts: CallOutRepository,
    private readonly draw: EmergencyDraw,
    private readonly tasks: ProtocolTasks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    command: CheckedDispatch,
  ): Promise<Result<DispatchedCallOut, DomainError>> {
    const prepared = await this.ground.prepare(actor, command);
    if (!prepared.ok) return prepared;
    const { locked, file, plan, pack } = prepared.value;
    const now = this.clock.now();
    const order = { transition: 'DISPATCH', actor } as const;
    const dispatched = { dispatchedBy: actor.personId, dispatchedAt: now, capMinor: plan.capMinor };
    const moved = await this.mover.move(locked, order, dispatched);
    if (!moved.ok) return moved;
    const drawn = await this.draw.draw(actor, moved.value, { file, plan });
    if (!drawn.ok) return drawn;
    const reservedMinor = drawn.value;
    const signatureDueAt = reservedMinor > 0n ? hoursAfter(now, SIGNATURE_HOURS) : null;
    const booked = { reservedMinor, signatureDueAt };
    const row = await this.callOuts.change(moved.value, booked);
    const created = await this.tasks.create(actor, row, { protocol: plan.protocol, pack });
    if (!created.ok) return created;
    return ok({
      callOutId: row.id,
      state: row.state,
      version: row.version,
      ...created.value,
      needCount: plan.needs.length,
      reservedMinor: reservedMinor.toString(),
      signatureDueAt: signatureDueAt?.toISOString() ?? null,
    });
  }
}
