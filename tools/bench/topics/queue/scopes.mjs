/** Whom a token stands for on the sides that have no sessions: `{ [token]: { organizationId, personId } }`. */
export function readScopes() {
  return new Map(Object.entries(JSON.parse(process.env.BENCH_SCOPES)));
}

/** @throws Error for a header that names nobody */
export function scopeOf(scopes, authorization) {
  const scope = scopes.get(authorization?.slice('Bearer '.length));
  if (scope === undefined) throw new Error('an unknown token');
  return scope;
}
