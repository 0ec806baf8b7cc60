export { JURISDICTION_CODES, isJurisdictionCode, jurisdictionPack } from './jurisdiction-pack.js';
export type { JurisdictionCode } from './jurisdiction-pack.js';
export { CODE_LISTS, findEntry, labelOf } from './pack.js';
export type {
  CodedEntry,
  CodeList,
  ConsentPurpose,
  CustodyStatus,
  JurisdictionPack,
  Label,
  LegalArticle,
  Liberty,
  RecognitionBasis,
  Regime,
  RegionClass,
} from './pack.js';
