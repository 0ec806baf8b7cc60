export { VolunteerAccess } from './application/volunteer-access.js';
export { VolunteerRecord } from './application/volunteer-record.js';
export { VETTING_MACHINE } from './domain/vetting-machine.js';
export type { VettingState, VolunteerTier } from './domain/vetting-states.js';
export type { VolunteerStanding } from './domain/volunteer-standing.js';
export { VolunteerApplicationRow } from './infrastructure/application.entity.js';
export { VolunteerRow } from './infrastructure/volunteer.entity.js';
export { VolunteersModule } from './volunteers.module.js';
