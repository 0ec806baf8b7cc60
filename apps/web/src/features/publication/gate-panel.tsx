import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { formatMoney } from '../../ui/money';
import { refusalText } from '../../ui/refusal-alert';
import { Failed, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { useFacets, type FactInput } from './facets';
import { CheckPublicTextDocument, type CheckPublicTextQuery } from './write.documents';

type Checked = Extract<
  CheckPublicTextQuery['checkPublicText'],
  { readonly __typename: 'PublicTextChecked' }
>;

interface GatePanelProps {
  readonly draft: {
    readonly kind: 'CARD' | 'UPDATE';
    readonly needId: string;
    readonly textId: string | null;
    readonly facts: readonly FactInput[];
    readonly body: string;
  };
  /** Takes the facts that the gate proposes. */
  readonly take: (facts: readonly FactInput[]) => void;
}

/** What the gate says of a text while it is written, and what may be said instead. */
export function GatePanel({ draft, take }: GatePanelProps): ReactNode {
  const { t } = useTranslation();
  const input = { ...draft, facts: [...draft.facts] };
  const { data, failure, refresh } = useRead(
    CheckPublicTextDocument,
    { input },
    { isSealed: true },
  );
  const checked = data?.checkPublicText;
  return (
    <section className="gate" aria-label={t('publication:gate.title')} aria-live="polite">
      <Title order={3} size="h5">
        {t('publication:gate.title')}
      </Title>
      {checked === undefined && failure === null && <Waiting rows={2} />}
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {checked !== undefined && isRefusal(checked) && <Text size="sm">{refusalText(checked)}</Text>}
      {checked?.__typename === 'PublicTextChecked' && (
        <Findings
          checked={checked}
          isBlank={draft.body.trim() === ''}
          take={take}
          kind={draft.kind}
        />
      )}
    </section>
  );
}

function Findings(props: {
  readonly checked: Checked;
  readonly isBlank: boolean;
  readonly kind: 'CARD' | 'UPDATE';
  readonly take: GatePanelProps['take'];
}): ReactNode {
  const { checked, isBlank, kind, take } = props;
  const { t } = useTranslation();
  const { persons, proposal, proposalPersons, mostSimilarPercent, visibleFrom, amount } = checked;
  const { listImportedOn, isListOld } = checked;
  const { textOf } = useFacets();
  // That nothing was written yet is no news.
  const findings = checked.findings.filter((code) => code !== 'TEXT_EMPTY_OR_LONG' || !isBlank);
  return (
    <Stack gap="xs">
      {findings.length === 0 && <Text size="sm">{t('publication:gate.open')}</Text>}
      <ul className="gate-findings">
        {findings.map((code) => (
          <li key={code}>{t(`refusals:${code}`)}</li>
        ))}
      </ul>
      {persons !== null && <Text size="sm">{t('publication:gate.persons', { persons })}</Text>}
      {listImportedOn !== null && (
        <Text size="sm">
          {t(isListOld ? 'publication:gate.listOld' : 'publication:gate.listOf', {
            day: formatDay(listImportedOn),
          })}
        </Text>
      )}
      {proposal !== null && (
        <div className="gate-proposal">
          <Text size="sm">
            {t('publication:gate.proposal', {
              facts: proposal.map(textOf).join(' · ') || t('publication:facts.nothing'),
              persons: proposalPersons ?? 0,
            })}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => take(proposal.map(({ facet, value }) => ({ facet, value })))}
          >
            {t('publication:gate.take')}
          </Button>
        </div>
      )}
      {mostSimilarPercent > 0 && (
        <Text size="sm">{t('publication:gate.similar', { percent: mostSimilarPercent })}</Text>
      )}
      {kind === 'CARD' && (
        <Text size="sm">{t('publication:gate.amount', { amount: formatMoney(amount) })}</Text>
      )}
      <Text size="sm">{t('publication:gate.visibleFrom', { day: formatDay(visibleFrom) })}</Text>
    </Stack>
  );
}
