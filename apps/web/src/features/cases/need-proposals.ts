import { useRead } from '../../api/use-read';
import { NeedProposalsDocument, type NeedProposalsQuery } from './case-needs.documents';

export type NeedProposal = NeedProposalsQuery['needTaxonomy']['types'][number];

/** What the country's pack proposes for each kind of need: how much, on which ways. */
export function useNeedProposals(): readonly NeedProposal[] {
  return useRead(NeedProposalsDocument, {}).data?.needTaxonomy.types ?? [];
}
