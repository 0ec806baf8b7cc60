export { AuditHeadQuery, type AuditHead } from './application/audit-head.query.js';
export {
  verifyAudit,
  type AuditVerification,
  type BrokenChain,
} from './application/audit-verification.js';
export { AuditModule } from './audit.module.js';
export { AuditChainRow } from './infrastructure/audit-chain.entity.js';
export { AuditEntryRow } from './infrastructure/audit-entry.entity.js';
export { appendStatement, toAuditEntry } from './infrastructure/append-statement.js';
