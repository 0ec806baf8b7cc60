export { startStripeSandbox } from './sandbox.js';
export type { StripeSandbox, StripeSandboxOptions } from './sandbox.type.js';
