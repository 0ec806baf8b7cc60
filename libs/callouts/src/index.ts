export { CalloutsModule } from './callouts.module.js';
export { ACKNOWLEDGE_MINUTES, REMIND_HOURS, STABILISE_HOURS } from './domain/call-out-clocks.js';
export { CALL_OUT_MACHINE } from './domain/call-out-machine.js';
export { ENDED_STATES as ENDED_CALL_OUT_STATES } from './domain/call-out-states.js';
export { CallOutRow } from './infrastructure/call-out.entity.js';
