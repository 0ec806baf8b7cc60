import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** Largest upload in bytes: an export of ten thousand households with room to spare. */
export const MOST_UPLOAD_BYTES = 32_000_000;
/** Uploads that may lie in memory at the same time, in bytes. */
const MOST_HELD_BYTES = 128_000_000;

export type Upload = Buffer | 'TOO_LARGE';

/** Uploads of the requests that are being answered, in memory and nowhere else. */
@Injectable()
export class UploadStore {
  private readonly uploads = new Map<string, Upload>();
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

  find(reference: string): Upload | null {
    return this.uploads.get(reference) ?? null;
  }

  forget(reference: string): void {
    const upload = this.uploads.get(reference);
    if (Buffer.isBuffer(upload)) upload.fill(0);
    this.uploads.delete(reference);
  }
}
