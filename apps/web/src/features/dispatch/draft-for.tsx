import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { CasesToServeDocument, NeedsToServeDocument } from './desk.documents';
import type { Draft } from './draft';

/** Needs and families offered; the most urgent, and the first by codename. */
const MOST = 50;

/** Whom a task is for: a need, or where the kind asks for trust, a family; or nobody in particular. */
export function DraftFor({
  draft,
  set,
  groups,
  isTrusted,
}: {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  /** Groups of needs that the kind serves; empty serves all. */
  readonly groups: readonly string[];
  /** The kind is for somebody who is trusted with one family. */
  readonly isTrusted: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const needs =
    useRead(NeedsToServeDocument, { input: { first: MOST } }).data?.needQueue.edges ?? [];
  const wish = { input: { first: MOST, orderBy: 'CODENAME' } } as const;
  const cases =
    useRead(CasesToServeDocument, wish, { isPaused: !isTrusted }).data?.caseList.edges ?? [];
  const served = needs
    .map(({ node }) => node)
    .filter(({ code }) => groups.length === 0 || groups.includes(code.split('-')[0] ?? ''));
  return (
    <>
      <Select
        label={t('dispatch:draft.need')}
        description={t('dispatch:draft.needAbout')}
        searchable
        clearable
        value={draft.needId}
        onChange={(needId) => set({ needId })}
        data={served.map(({ id, codename, code }) => ({
          value: id,
          label: `${codename} · ${code}`,
        }))}
      />
      {isTrusted && draft.needId === null && (
        <Select
          label={t('dispatch:draft.case')}
          description={t('dispatch:draft.caseAbout')}
          searchable
          clearable
          value={draft.caseId}
          onChange={(caseId) => set({ caseId })}
          data={cases.map(({ node }) => ({ value: node.id, label: node.codename }))}
        />
      )}
    </>
  );
}
