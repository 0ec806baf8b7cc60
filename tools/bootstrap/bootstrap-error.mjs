/** Something the developer or operator can put right; the message is the sentence to show. */
export class BootstrapError extends Error {
  name = 'BootstrapError';
}

const REASONS = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
};

/** Words for a failed file operation. */
export function reasonOf(error) {
  return REASONS[error.code] ?? error.message;
}
