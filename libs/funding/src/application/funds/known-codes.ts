import type { JurisdictionPack } from '@kinward/jurisdictions';
import type { KnownCodes } from '../../domain/check-funding.js';

/** The codes that rules of a fund may name. */
export function knownCodes(pack: JurisdictionPack): KnownCodes {
  return {
    needCodes: pack.needTypes.map(({ code }) => code),
    needGroups: pack.needGroups.map(({ code }) => code),
    channelClasses: pack.channelClasses.map(({ code }) => code),
  };
}
