import { execFile } from 'node:child_process';

/** Runs a program to its end. A failing exit code is a value here, not an exception. */
export function runCommand(file, args, { cwd, env = {} }) {
  return new Promise((resolve) => {
    execFile(
      file,
      args,
      { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ code, stdout, stderr, output: `${stdout}${stderr}`.trim() });
      },
    );
  });
}

/** Runs a JavaScript file with the Node that runs this check. */
export function runNode(args, options) {
  return runCommand(process.execPath, args, options);
}

/** The usual translation of a tool's exit code: no output when all is well, else what it said. */
export function problemsOf({ code, output }) {
  return code === 0 ? [] : [output || `exit code ${code}`];
}
