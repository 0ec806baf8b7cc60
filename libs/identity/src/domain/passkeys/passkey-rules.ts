import { createHash, createHmac } from 'node:crypto';

/** Devices that one person may have enrolled. */
export const MAX_PASSKEYS = 5;

/** What every authenticator is asked to compute over; public, so that nothing has to be kept on the device. */
export const PASSKEY_SALT = createHash('sha256').update('kinward/passkey/prf/v1').digest();

const HANDLE_BYTES = 16;

/** What an authenticator stores as the user: the same for one person, and telling nobody who that is. */
export function userHandleOf(key: Buffer, personId: string): Buffer {
  const whole = createHmac('sha256', key).update(`passkey-user/${personId}`).digest();
  return whole.subarray(0, HANDLE_BYTES);
}
