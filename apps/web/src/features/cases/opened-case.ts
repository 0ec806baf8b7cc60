import { useCallback } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useAct, type ActOutcome } from '../../api/use-act';
import type { CaseFileQuery } from './case-file.documents';

/** A case file as it was read. */
export type OpenedCase = Extract<CaseFileQuery['caseFile'], { readonly __typename: 'CaseFile' }>;

/** What every part of the open file gets. */
export interface CaseProps {
  readonly file: OpenedCase;
  /** Reads the file anew. */
  readonly changed: () => void;
}

/** What every act that asks for something gets. */
export interface ActProps extends CaseProps {
  readonly close: () => void;
}

interface CaseInput {
  readonly caseId: string;
  readonly version?: number | null | undefined;
}

/** Sends a change of this case with the version that was read; answers are kept nowhere. */
export function useCaseAct<Data, Input extends CaseInput>(
  document: TypedDocumentNode<Data, { input: Input }>,
  { id, version }: OpenedCase,
): (input: Omit<Input, 'caseId' | 'version'>) => Promise<ActOutcome<unknown>> {
  const { run } = useAct(document, { isSealed: true });
  return useCallback(
    (input) => run({ input: { ...input, caseId: id, version } as unknown as Input }),
    [run, id, version],
  );
}
