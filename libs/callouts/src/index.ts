export { AcknowledgeCallOutUseCase } from './application/acknowledge-call-out.use-case.js';
export { CloseCallOutUseCase } from './application/close-call-out.use-case.js';
export { DispatchCallOutUseCase } from './application/dispatch-call-out.use-case.js';
export { HandOverCallOutUseCase } from './application/hand-over-call-out.use-case.js';
export { RaiseCallOutUseCase } from './application/raise-call-out.use-case.js';
export { SignCallOutUseCase } from './application/sign-call-out.use-case.js';
export { TriageCallOutUseCase } from './application/triage-call-out.use-case.js';
export { WorkOnCallOutUseCase } from './application/work-on-call-out.use-case.js';
export { CalloutsModule } from './callouts.module.js';
export { ACKNOWLEDGE_MINUTES, REMIND_HOURS, STABILISE_HOURS } from './domain/call-out-clocks.js';
export { CALL_OUT_MACHINE } from './domain/call-out-machine.js';
export {
  CALL_OUT_STATES,
  ENDED_STATES as ENDED_CALL_OUT_STATES,
} from './domain/call-out-states.js';
export { CallOutRow } from './infrastructure/call-out.entity.js';
