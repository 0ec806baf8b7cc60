/**
 * Values as the driver takes them, objects already as JSON. The driver would turn them into JSON only after it has
 * announced a named statement, and a value it cannot turn (a cycle, a bigint inside) would leave that name
 * unusable on its connection. Here it throws before anything is sent.
 */
export function sendableValues(values: readonly unknown[]): unknown[] {
  return values.map(sendable);
}

function sendable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date || ArrayBuffer.isView(value)) return value;
  return Array.isArray(value) ? sendableValues(value) : JSON.stringify(value);
}
