import { describe, expect, it } from '@jest/globals';
import { UploadStore } from './upload-store.js';

describe('uploads', () => {
  it('are wiped when they are forgotten', () => {
    const store = new UploadStore();
    const bytes = Buffer.from('Demo-Upload');
    const reference = store.keep(bytes);

    store.forget(reference);

    expect(store.find(reference)).toBeNull();
    expect(bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('are idle once the work on them is over, however it ended', async () => {
    const store = new UploadStore();
    const reference = store.keep(Buffer.from('Demo-Upload'));
    const steps: string[] = [];
    let fail = (): void => undefined;
    const work = store.during(
      reference,
      () => new Promise<void>((_, reject) => (fail = () => reject(new Error('Demo-Failure')))),
    );
    const idle = store.idle([reference]).then(() => steps.push('idle'));
    await Promise.resolve();
    expect(steps).toEqual([]);

    fail();

    await expect(work).rejects.toThrow('Demo-Failure');
    await idle;
    expect(steps).toEqual(['idle']);
    await store.idle([reference]);
  });
});
