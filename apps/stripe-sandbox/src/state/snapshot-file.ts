import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const QUIET_MS = 50;

/** Keeps the state in a file: written under another name and moved, so that it is never half. */
export class SnapshotFile {
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly path: string | null,
    private readonly dump: () => unknown,
  ) {}

  read(): unknown {
    if (this.path === null || !existsSync(this.path)) return undefined;
    return JSON.parse(readFileSync(this.path, 'utf8'));
  }

  /** Says that something has changed; changes in quick succession are written once. */
  touch(): void {
    if (this.path === null || this.isClosed) return;
    this.timer ??= setTimeout(() => this.write(), QUIET_MS);
  }

  /** Writes a last time; what still comes in is not written any more. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.write();
  }

  private write(): void {
    this.timer = undefined;
    if (this.path === null) return;
    const half = `${this.path}.new`;
    writeFileSync(half, JSON.stringify(this.dump()), { mode: 0o600 });
    renameSync(half, this.path);
  }
}
