import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { FamiliesForCallOutDocument } from './list.documents';

const MOST = 20;

/** Finds a family by the beginning of its codename. */
export function FamilySelect({
  label,
  description,
  caseId,
  choose,
}: {
  readonly label: string;
  readonly description?: string;
  readonly caseId: string | null;
  readonly choose: (caseId: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const codename = search.trim().toUpperCase();
  const input = { first: MOST, codename: codename === '' ? null : codename };
  const { data } = useRead(FamiliesForCallOutDocument, { input });
  const families = data?.caseList.edges.map(({ node }) => node) ?? [];
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('callouts:family.placeholder')}
      data={families.map(({ id, codename: name }) => ({ value: id, label: name }))}
      value={caseId}
      onChange={choose}
      searchValue={search}
      onSearchChange={setSearch}
      // The server has found them; what it found is shown.
      filter={({ options }) => options}
      nothingFoundMessage={t('callouts:family.none')}
      searchable
      clearable
    />
  );
}
