import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** Largest upload in bytes: an export of ten thousand households with room to spare. */
export const MOST_UPLOAD_BYTES = 32_000_000;
/** Uploads that may lie in memory at the same time, in bytes. */
const MOST_HELD_BYTES = 128_000_000;

export type Upload = Buffer | 'TOO_LARGE';

/** Uploads of the requests that are being answered or worked on, in memory and nowhere else. */
@Injectable()
export class UploadStore {
  private readonly uploads = new Map<string, Upload>();
  private readonly work = new Map<string, Promise<unknown>>();
  private held = 0;

  /** Sets room for one upload aside. False where uploads fill the memory that they may have. */
  reserve(): boolean {
    if (this.held + MOST_UPLOAD_BYTES > MOST_HELD_BYTES) return false;
    this.held += MOST_UPLOAD_BYTES;
    return true;
  }

  release(): void {
    this.held -= MOST_UPLOAD_BYTES;
  }

  /** Gives the upload a reference that nobody can guess. */
  keep(upload: Upload): string {
    const reference = randomUUID();
    this.uploads.set(reference, upload);
    return reference;
  }

  /** Keeps an upload until the work on it is over, even where whoever sent it has gone meanwhile. */
  async during<Done>(reference: string, work: () => Promise<Done>): Promise<Done> {
    const working = work();
    this.work.set(reference, working);
    try {
      return await working;
    } finally {
      this.work.delete(reference);
    }
  }

  /** When nobody works on these uploads any more; whether that went well is not told. */
  async idle(references: readonly string[]): Promise<void> {
    await Promise.allSettled(references.flatMap((each) => this.work.get(each) ?? []));
  }

  find(reference: string): Upload | null {
    return this.uploads.get(reference) ?? null;
  }

  forget(reference: string): void {
    const upload = this.uploads.get(reference);
    if (Buffer.isBuffer(upload)) upload.fill(0);
    this.uploads.delete(reference);
  }
}
