import { EDGES } from '../eslint-rules/module-edges.mjs';
import { readProjects } from './workspace.mjs';

/**
 * What is wrong with the tags of these projects. A project without tags would escape the module
 * boundaries, one with two scopes would have the edges of both.
 */
export function tagProblems(projects, scopes = Object.keys(EDGES)) {
  return projects.flatMap(({ folder, tags }) => {
    const problems = ['scope', 'type'].flatMap((kind) => {
      const count = tags.filter((tag) => tag.startsWith(`${kind}:`)).length;
      return count === 1 ? [] : [`${folder}: ${count} tags ${kind}:…, expected exactly one`];
    });
    const scope = tags.find((tag) => tag.startsWith('scope:'))?.slice('scope:'.length);
    if (scope !== undefined && scope !== folder.split('/').at(-1))
      problems.push(`${folder}: its scope '${scope}' is not the name of its folder`);
    if (scope !== undefined && !scopes.includes(scope))
      problems.push(
        `${folder}: scope '${scope}' has no line in tools/eslint-rules/module-edges.mjs`,
      );
    return problems;
  });
}

export const projectTags = {
  name: 'project-tags',
  says: 'every project has one scope: and one type:',
  async run({ root }) {
    return { problems: tagProblems(readProjects(root)) };
  },
};
