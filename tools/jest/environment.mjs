import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TestEnvironment } from 'jest-environment-node';
import { loadNatively } from './native-modules.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');

/** Node’s environment, with a door to what the worker process itself has loaded (see native-modules.mjs). */
export default class KinwardEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.kinwardLoad = (name) => loadNatively(ROOT, name);
  }
}
