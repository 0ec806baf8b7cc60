/**
 * The settings every built-in server runs with, given on its command line so that a newer Kinward
 * brings newer settings.
 *
 * The logging ones keep people's data out of the log file (security.md § 4.2). An error's own
 * sentence may quote a value ("invalid input syntax … "), hence `log_min_messages=log`, which
 * leaves out ERROR and keeps LOG, FATAL and PANIC; Kinward reports failed statements itself.
 */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_checkpoints: 'off',
};

/** Settings as command line arguments of the server. */
export function settingArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
