import { runOperatorCommand } from './operator-command.mjs';
import { problemsOf } from './run-command.mjs';

/** A step that one command of the operator program decides; `write` is the command that renews. */
function commandStep({ name, says, check, write }) {
  return {
    name,
    says,
    async run({ root, write: writing }) {
      const args = writing && write !== undefined ? write : check;
      return { problems: problemsOf(await runOperatorCommand(root, args)) };
    },
  };
}

export const drift = commandStep({
  name: 'drift',
  says: 'the migrations make the tables the entities describe',
  check: ['schema', 'drift'],
});

export const permissions = commandStep({
  name: 'permissions',
  says: 'docs/permissions.md and the code agree',
  check: ['permissions', 'check'],
});

export const docs = commandStep({
  name: 'docs',
  says: 'generated documents are fresh',
  check: ['docs', 'check'],
});
