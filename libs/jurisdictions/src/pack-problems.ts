import { CODE_LISTS } from './pack.js';
import type { JurisdictionPack, Label } from './pack.js';

const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/**
 * Everything that is wrong with a pack, as sentences for the person who writes it; empty when it
 * is sound. Run at module load: a half-translated pack must stop the start, not a family's page.
 */
export function findPackProblems(pack: JurisdictionPack): string[] {
  return [
    ...languageProblems(pack),
    ...labelProblems(pack, pack.label, 'pack'),
    ...CODE_LISTS.flatMap((list) => listProblems(pack, list)),
    ...meaningProblems(pack),
    ...numberProblems(pack),
    ...timeZoneProblems(pack),
  ];
}

function languageProblems({ languages }: JurisdictionPack): string[] {
  const problems = languages.length === 0 ? ['languages: none'] : [];
  return new Set(languages).size === languages.length
    ? problems
    : [...problems, 'languages: repeated'];
}

function listProblems(pack: JurisdictionPack, list: (typeof CODE_LISTS)[number]): string[] {
  const entries = pack[list];
  const codes = entries.map((entry) => entry.code);
  return [
    ...(entries.length === 0 ? [`${list}: empty`] : []),
    ...codes.filter((code) => !CODE.test(code)).map((code) => `${list}.${code}: not a code`),
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => `${list}.${code}: repeated`),
    ...entries.flatMap((entry) => labelProblems(pack, entry.label, `${list}.${entry.code}`)),
  ];
}

function labelProblems(pack: JurisdictionPack, label: Label, where: string): string[] {
  return [
    ...pack.languages
      .filter((language) => (label[language] ?? '').trim() === '')
      .map((language) => `${where}: no label in ${language}`),
    ...Object.keys(label)
      .filter((language) => !pack.languages.includes(language))
      .map((language) => `${where}: label in foreign language ${language}`),
  ];
}

/** The rules ask for meanings, not codes, so every pack must be able to express these. */
function meaningProblems(pack: JurisdictionPack): string[] {
  const liberties = new Set(pack.custodyStatuses.map((status) => status.liberty));
  const missing = (['HELD', 'FREE', 'DEAD', 'UNCONFIRMED'] as const)
    .filter((liberty) => !liberties.has(liberty))
    .map((liberty) => `custodyStatuses: none means ${liberty}`);
  const required = pack.consentPurposes.filter((purpose) => purpose.requiredForAid).length;
  return [
    ...missing,
    ...(required === 1
      ? []
      : [`consentPurposes: ${required} required for aid, exactly 1 expected`]),
    ...(pack.recognitionBases.some((basis) => !basis.isListEvidence)
      ? []
      : ['recognitionBases: no way to say that nobody recognised the case']),
    ...(pack.regionClasses.some((region) => region.inCountry)
      ? []
      : ['regionClasses: none inside']),
    ...(pack.regionClasses.some((region) => !region.inCountry)
      ? []
      : ['regionClasses: none abroad']),
  ];
}

function numberProblems(pack: JurisdictionPack): string[] {
  const { consentLapseMonths, contactRhythmDays, retentionDays } = pack;
  const numbers = {
    consentLapseMonths,
    contactRhythmDays,
    T0: retentionDays.T0,
    T1: retentionDays.T1,
  };
  const wrong = Object.entries(numbers)
    .filter(([, value]) => !Number.isInteger(value) || value < 1)
    .map(([name]) => `${name}: not a positive whole number`);
  return retentionDays.T0 > retentionDays.T1
    ? [...wrong, 'retentionDays: T0 is kept longer than T1']
    : wrong;
}

function timeZoneProblems({ timeZone }: JurisdictionPack): string[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    return [`timeZone: ${timeZone} is unknown`];
  }
}
