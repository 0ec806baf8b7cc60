export {
  CHANNEL_CLASSES,
  deliveryAnswer,
  deliveryPlace,
  type ChannelClass,
  type DeliveryAnswer,
  type DeliveryFacts,
  type DeliveryPlace,
  type DeliveryRule,
  type HardBlock,
} from './delivery.js';
export { JURISDICTION_CODES, isJurisdictionCode, jurisdictionPack } from './jurisdiction-pack.js';
export type { JurisdictionCode } from './jurisdiction-pack.js';
export type {
  EvidenceClass,
  NeedCadence,
  NeedFlag,
  NeedPriority,
  NeedType,
  PriorityClock,
  PriorityClocks,
} from './need-type.js';
export { CODE_LISTS, findEntry, findNeedType, labelOf } from './pack.js';
export type { CallOutProtocol, ProtocolNeed, ProtocolTask } from './call-out-protocol.js';
export type { CodedEntry, Label, RegionClass } from './coded-entry.js';
export type {
  CodeList,
  ConsentPurpose,
  CustodyStatus,
  JurisdictionPack,
  LegalArticle,
  Liberty,
  RecognitionBasis,
  Regime,
} from './pack.js';
