import { rmSync } from 'node:fs';
import { StoryStopped } from './story-stopped.js';

/** What has to be taken down again, in the opposite order of its building, and the folder it all lies in. */
export class Undo {
  private readonly steps: (() => Promise<void> | void)[] = [];
  private readonly folders = new Set<string>();
  private isClosing = false;

  /** Remembers how something that stands now is taken down. @throws StoryStopped once no more is to be built */
  add(step: () => Promise<void> | void): void {
    this.steps.push(step);
    if (this.isClosing) throw new StoryStopped('The story was interrupted.');
  }

  /** A folder that goes when nobody writes into it any more. */
  addFolder(path: string): void {
    this.folders.add(path);
  }

  /** Takes down what stands. A step that fails keeps no other from being taken. */
  async takeDown(): Promise<void> {
    this.isClosing = true;
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      try {
        await step();
      } catch {
        // What could not be stopped loses its folder in a moment.
      }
    }
  }

  removeFolders(): void {
    for (const folder of this.folders) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  }
}
