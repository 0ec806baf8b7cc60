import { wipeCompartmentKeys, type CompartmentKeys } from '../domain/compartment-keys.js';
import type { Tier } from '../domain/tier.js';

/** The compartment keys one request has opened; wiped when its unit of work is settled. */
export class OpenedKeys {
  private readonly keys = new Map<string, CompartmentKeys>();

  /** Subjects whose keys the next writer should renew (somebody lost access). */
  readonly rotationDue = new Set<string>();

  add(keys: CompartmentKeys): void {
    this.keys.set(placeOf(keys.compartment.subjectId, keys.compartment.tier), keys);
  }

  /** Null where the actor holds no live grant. */
  of(subjectId: string, tier: Tier): CompartmentKeys | null {
    return this.keys.get(placeOf(subjectId, tier)) ?? null;
  }

  wipe(): void {
    for (const keys of this.keys.values()) wipeCompartmentKeys(keys);
    this.keys.clear();
  }
}

function placeOf(subjectId: string, tier: Tier): string {
  return `${subjectId}/${tier}`;
}
