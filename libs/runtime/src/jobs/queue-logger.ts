import type { KinwardLogger } from '@kinward/platform';
import { Logger } from 'graphile-worker';

/**
 * The queue's own messages can quote payloads and errors, so only their level and task get through
 * (security.md § 4.2); what is routine stays silent.
 */
export function queueLogger(logger: KinwardLogger): Logger {
  return new Logger((scope) => (level) => {
    const fields = scope.taskIdentifier === undefined ? {} : { task: scope.taskIdentifier };
    if (level === 'error') logger.error('job queue reports an error', fields);
    else if (level === 'warning') logger.warn('job queue reports a warning', fields);
  });
}
