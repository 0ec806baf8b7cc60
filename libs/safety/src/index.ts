export { DisclosureRow } from './infrastructure/disclosure.entity.js';
export { SafetyModule } from './safety.module.js';
