import type { Api } from '../../api/client';
import { CaseErasuresDocument } from './erasures.documents';

/** Whether I confirm erasures here: who neither proposes nor confirms them gets no list. */
export async function isDataProtectionOfficer(api: Api): Promise<boolean> {
  const { data } = await api.sealed
    .query(CaseErasuresDocument, { input: { first: 1 } })
    .toPromise();
  return data?.caseErasures.__typename === 'CaseErasures';
}
