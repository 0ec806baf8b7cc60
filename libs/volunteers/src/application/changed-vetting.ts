import type { VolunteerApplicationRow } from '../infrastructure/application.entity.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';

/** What a caller needs to send the next change. */
export interface ChangedVetting {
  readonly applicationId: string | null;
  readonly volunteerId: string | null;
  readonly state: string;
  readonly tier: string | null;
  readonly version: number;
  /** The signature counts; nothing moved yet. */
  readonly awaitsSignatures: boolean;
}

export function changedApplication(
  row: VolunteerApplicationRow,
  awaitsSignatures = false,
): ChangedVetting {
  const { id: applicationId, state, version } = row;
  return { applicationId, volunteerId: null, state, tier: null, version, awaitsSignatures };
}

export function changedVolunteer(row: VolunteerRow, awaitsSignatures = false): ChangedVetting {
  const { applicationId, personId: volunteerId, state, tier, version } = row;
  return { applicationId, volunteerId, state, tier, version, awaitsSignatures };
}
