/** What was kept, where it still has the shape of the form; a form that has changed since begins anew. */
export function readContent<Value extends object>(content: string, start: Value): Value | null {
  try {
    const kept: unknown = JSON.parse(content);
    if (typeof kept !== 'object' || kept === null) return null;
    const isOfForm = Object.keys(start).every((key) => key in kept);
    return isOfForm ? (kept as Value) : null;
  } catch {
    return null;
  }
}

/**
 * A draft that arrives after somebody has begun to type: of each field what was kept, unless it was touched meanwhile;
 * of words both, because nobody can say which of them may go.
 * @param start the form as it opened @param kept what was written before @param typed what stands there now
 */
export function joinContent<Value extends object>(start: Value, kept: Value, typed: Value): Value {
  const joined = Object.keys(typed).map((key) => {
    const of = (form: object): unknown => Reflect.get(form, key);
    return [key, joinField(of(start), of(kept), of(typed))];
  });
  return Object.fromEntries(joined) as Value;
}

function joinField(start: unknown, kept: unknown, now: unknown): unknown {
  if (isSame(now, start)) return kept;
  const isTyped = typeof now === 'string' && typeof kept === 'string' && typeof start === 'string';
  // A choice is one of a list: the later one holds. Codes have no spaces, and words nearly always do.
  if (!isTyped || isSame(kept, start) || now.includes(kept)) return now;
  if (kept.includes(now)) return kept;
  return /\s/.test(kept) ? `${kept}\n${now}` : now;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
