import { FIELD_PATHS, FORM_FIELDS, MEMBER_GROUP, type FieldPath } from '../form/form-fields.js';
import type { RequestIdentity, RequestStory } from '../request-contents.js';
import { answersOf, type RequestContents } from './answers.js';

/** A question of the form, or all of its household members together. */
export type ChangedPath = FieldPath | typeof MEMBER_GROUP;

/** One question to which a later version has another answer; null where there is none. */
export interface Difference {
  readonly path: ChangedPath;
  /** Level on which both answers are sealed. */
  readonly tier: 'T0' | 'T1';
  readonly before: string | null;
  readonly after: string | null;
}

/** What a later version says otherwise, in the order of the form; the household's members last. */
export function differencesOf(
  before: RequestContents,
  after: RequestContents,
): readonly Difference[] {
  const [old, young] = [answersOf(before), answersOf(after)];
  const answers = FIELD_PATHS.flatMap((path): Difference[] => {
    const [one, other] = [old.get(path) ?? null, young.get(path) ?? null];
    return one === other ? [] : [{ path, tier: FORM_FIELDS[path].tier, before: one, after: other }];
  });
  const [were, are] = [membersText(before), membersText(after)];
  if (were === are || are === null) return answers;
  return [...answers, { path: MEMBER_GROUP, tier: 'T0', before: were, after: are }];
}

export function isChangedPath(path: string): path is ChangedPath {
  return path === MEMBER_GROUP || Object.hasOwn(FORM_FIELDS, path);
}

/** A version in which some answers are the later ones. */
export function mergedContents(
  before: RequestContents,
  after: RequestContents,
  paths: readonly ChangedPath[],
): { readonly base: RequestContents; readonly changes: Partial<Record<FieldPath, string>> } {
  const young = answersOf(after);
  const changes: Partial<Record<FieldPath, string>> = {};
  for (const path of paths) if (path !== MEMBER_GROUP) changes[path] = young.get(path) ?? '';
  return { base: paths.includes(MEMBER_GROUP) ? withMembersOf(before, after) : before, changes };
}

function withMembersOf(before: RequestContents, after: RequestContents): RequestContents {
  const identity: RequestIdentity = { ...before.identity, members: after.identity.members };
  const story: RequestStory = { ...before.story, members: after.story.members };
  return { identity, story };
}

/** One line for each member; null where nobody is listed, as in a file that cannot carry members. */
function membersText({ identity, story }: RequestContents): string | null {
  if (identity.members.length === 0) return null;
  return identity.members
    .map(({ fullName, birthYear }, place) => {
      const facts = story.members[place];
      const parts = [
        fullName,
        birthYear,
        facts?.relation,
        facts?.sex,
        facts?.vulnerability.join(' '),
      ];
      return parts.filter((part) => part != null && part !== '').join(', ');
    })
    .join('\n');
}
