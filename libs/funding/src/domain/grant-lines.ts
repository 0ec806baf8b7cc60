import { err, invalidInput, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { checkCode, checkMinor } from './check-funding.js';

/** A part of a grant's budget, and what the funder hopes to reach with it. */
export interface GrantLine {
  /** A need group. */
  readonly group: string;
  /** Kinds of need of that group; left out: all of it that no other line names. */
  readonly codes?: readonly string[];
  /** Minor units. */
  readonly ceilingMinor: string;
  /** People to reach. */
  readonly peopleTarget?: number;
  /** Needs to meet. */
  readonly needsTarget?: number;
}

/** A line as somebody wrote it. */
export interface GrantLineText {
  readonly group: string;
  readonly codes?: readonly string[] | null;
  readonly ceilingMinor: string;
  readonly peopleTarget?: number | null;
  readonly needsTarget?: number | null;
}

interface KindOfNeed {
  readonly code: string;
  readonly group: string;
}

const MOST_TARGET = 1_000_000;

/** The line that pays for a kind of need: the one that names it, else the one of its group; null for none. */
export function lineOf(lines: readonly GrantLine[], need: KindOfNeed): GrantLine | null {
  const own = lines.filter(({ group }) => group === need.group);
  const named = own.find(({ codes }) => codes?.includes(need.code) === true);
  return named ?? own.find(({ codes }) => codes === undefined) ?? null;
}

/**
 * The lines of a grant. Every kind of need belongs to one line at most. Errors: INVALID_INPUT such as `lines.0.group`
 * (UNKNOWN_CODE, REPEATED, EMPTY, OUT_OF_RANGE); REFUSED `LINES_ABOVE_GRANT`.
 * @param amountMinor the grant's
 */
export function checkGrantLines(
  lines: readonly GrantLineText[],
  amountMinor: bigint,
  kinds: readonly KindOfNeed[],
): Result<readonly GrantLine[], DomainError> {
  const checked: GrantLine[] = [];
  for (const [at, line] of lines.entries()) {
    const one = checkLine(`lines.${String(at)}`, line, { kinds, before: checked });
    if (!one.ok) return one;
    checked.push(one.value);
  }
  const sum = checked.reduce((all, { ceilingMinor }) => all + BigInt(ceilingMinor), 0n);
  return sum > amountMinor ? err(refused('LINES_ABOVE_GRANT')) : ok(checked);
}

function checkLine(
  field: string,
  line: GrantLineText,
  { kinds, before }: { kinds: readonly KindOfNeed[]; before: readonly GrantLine[] },
): Result<GrantLine, DomainError> {
  const groups = [...new Set(kinds.map(({ group }) => group))];
  const group = checkCode(`${field}.group`, line.group, groups);
  if (!group.ok) return group;
  const ceiling = checkMinor(`${field}.ceilingMinor`, line.ceilingMinor);
  if (!ceiling.ok) return ceiling;
  const codes = checkCodes(field, line, kinds);
  if (!codes.ok) return codes;
  const others = before.filter((other) => other.group === group.value);
  const isRepeated =
    codes.value === null
      ? others.some((other) => other.codes === undefined)
      : others.some((other) => other.codes?.some((code) => codes.value?.includes(code)));
  if (isRepeated) {
    return err(invalidInput(`${field}.${codes.value === null ? 'group' : 'codes'}`, 'REPEATED'));
  }
  const targets: { peopleTarget?: number; needsTarget?: number } = {};
  for (const name of ['peopleTarget', 'needsTarget'] as const) {
    const target = line[name];
    if (target == null) continue;
    if (!Number.isInteger(target) || target < 1 || target > MOST_TARGET) {
      return err(invalidInput(`${field}.${name}`, 'OUT_OF_RANGE'));
    }
    targets[name] = target;
  }
  return ok({
    group: group.value,
    ...(codes.value === null ? {} : { codes: codes.value }),
    ceilingMinor: ceiling.value.toString(),
    ...targets,
  });
}

function checkCodes(
  field: string,
  { group, codes }: GrantLineText,
  kinds: readonly KindOfNeed[],
): Result<readonly string[] | null, DomainError> {
  if (codes == null) return ok(null);
  if (codes.length === 0) return err(invalidInput(`${field}.codes`, 'EMPTY'));
  const known = kinds.filter((kind) => kind.group === group).map(({ code }) => code);
  for (const code of codes) {
    const one = checkCode(`${field}.codes`, code, known);
    if (!one.ok) return one;
  }
  return ok([...new Set(codes)]);
}
