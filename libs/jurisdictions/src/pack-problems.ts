import { NEED_FLAGS, type NeedType } from './need-type.js';
import { CHANNEL_CLASSES, DELIVERY_PLACES } from './delivery.js';
import { CODE_LISTS } from './pack.js';
import type { JurisdictionPack } from './pack.js';
import type { Label } from './coded-entry.js';

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
    ...needProblems(pack),
    ...callOutProblems(pack),
    ...meaningProblems(pack),
    ...deliveryProblems(pack),
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

const NEED_CODE = /^[A-Z]{3}-[A-Z0-9]+$|^[A-Z]+$/;

/** The table of needs: codes, groups, labels, prices, and something to deliver and to prove them with. */
function needProblems(pack: JurisdictionPack): string[] {
  const { needTypes, needGroups } = pack;
  const codes = needTypes.map((type) => type.code);
  const groups = needGroups.map((group) => group.code);
  return [
    ...(needTypes.length === 0 ? ['needTypes: none'] : []),
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => `needTypes.${code}: repeated`),
    ...needTypes.flatMap((type) => needTypeProblems(pack, type, groups)),
    ...groups
      .filter((group) => needTypes.every((type) => type.group !== group))
      .map((group) => `needGroups.${group}: no need belongs to it`),
  ];
}

function needTypeProblems(
  pack: JurisdictionPack,
  type: NeedType,
  groups: readonly string[],
): string[] {
  const problems = [
    NEED_CODE.test(type.code) ? null : 'not a code',
    groups.includes(type.group) ? null : `group ${type.group} is unknown`,
    type.ceilingMinor === 0n || type.typicalMinor <= type.ceilingMinor
      ? null
      : 'typical amount above its ceiling',
    type.typicalMinor > 0n || type.mayBeFree ? null : 'costs nothing and may not',
    type.channels.length > 0 ? null : 'no channel suits it',
    type.flags.every((flag) => NEED_FLAGS.includes(flag)) ? null : 'unknown flag',
    CRS_CODE.test(String(type.crs)) ? null : 'no purpose code',
  ].filter((problem) => problem !== null);
  const where = `needTypes.${type.code}`;
  return [
    ...problems.map((problem) => `${where}: ${problem}`),
    ...labelProblems(pack, type.label, where),
  ];
}

/** Protocols: codes, words, needs that the pack has, and all of it under the cap. */
function callOutProblems(pack: JurisdictionPack): string[] {
  const { callOutProtocols, callOutCaps, needTypes } = pack;
  const codes = callOutProtocols.map((protocol) => protocol.code);
  const known = needTypes.map((type) => type.code);
  return [
    ...codes
      .filter((code, index) => !CODE.test(code) || codes.indexOf(code) !== index)
      .map((code) => `callOutProtocols.${code}: not a code, or repeated`),
    ...callOutProtocols.flatMap(({ code, label, priority, tasks, needs }) => {
      const where = `callOutProtocols.${code}`;
      const sum = needs.reduce((total, need) => total + need.amountMinor, 0n);
      const cap = priority === 'P0' ? callOutCaps.lifeAtStakeMinor : callOutCaps.otherMinor;
      return [
        ...labelProblems(pack, label, where),
        ...tasks.flatMap((task) => labelProblems(pack, task.what, `${where}.${task.kind}`)),
        ...tasks
          .filter((task) => task.dueMinutes < 1 || task.expectedMinutes < 1)
          .map((task) => `${where}.${task.kind}: takes no time`),
        ...needs
          .filter((need) => !known.includes(need.code) || need.amountMinor <= 0n)
          .map((need) => `${where}.${need.code}: unknown need, or for nothing`),
        ...(sum > cap ? [`${where}: needs above the cap`] : []),
      ];
    }),
  ];
}

/** Purpose codes of the OECD have five digits. */
const CRS_CODE = /^[1-9]\d{4}$/;

/** Every class has its words, and what must never pass is blocked wherever it leads inside (domain.md C4). */
function deliveryProblems({
  channelClasses,
  deliveryRules,
  regionClasses,
}: JurisdictionPack): string[] {
  const known = channelClasses.map((entry) => entry.code);
  const { table, abroad, hardBlocked } = deliveryRules;
  const inside = DELIVERY_PLACES.filter((place) => place.startsWith('IN_'));
  return [
    ...CHANNEL_CLASSES.filter((code) => !known.includes(code)).map(
      (code) => `channelClasses: ${code} is missing`,
    ),
    ...inside.flatMap((place) =>
      hardBlocked
        .filter((code) => table[place][code] !== 'B')
        .map((code) => `deliveryRules.${place}.${code}: hard blocked and not B`),
    ),
    ...CHANNEL_CLASSES.filter((code) => table.HALTED[code] !== 'B').map(
      (code) => `deliveryRules.HALTED.${code}: a halted case is paid`,
    ),
    ...regionClasses
      .filter((region) => !region.inCountry && !Object.hasOwn(abroad, region.code))
      .map((region) => `deliveryRules.abroad: ${region.code} is neither safe nor a risk`),
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
