import { spawn } from 'node:child_process';

/** The tests print as they go: a silent minute looks like a hang. */
export const tests = {
  name: 'tests',
  says: 'all tests',
  run({ root }) {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, ['tools/bootstrap/run.mjs', 'test'], {
        cwd: root,
        stdio: 'inherit',
      });
      child.on('error', (error) => resolve({ problems: [error.message] }));
      child.on('close', (code) => resolve({ problems: code === 0 ? [] : ['tests failed'] }));
    });
  },
};
