import { Button, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { MergeRequestDocument } from './card.documents';
import { mayAct } from './decisions';
import type { OpenedCard } from './cards-ahead';
import type { DeskOfCard } from './decision-bar-types';

type Family = OpenedCard['similar'][number];

/** Families that this may be: in what they are alike, both open beside each other, and made one where they are. */
export function Similar({
  card,
  comparedId,
  compare,
  decideLater,
}: {
  readonly card: OpenedCard;
  readonly comparedId: string | null;
  readonly compare: (requestId: string | null) => void;
  readonly decideLater: DeskOfCard['decideLater'];
}): ReactNode {
  const { t } = useTranslation();
  const merging = useAct(MergeRequestDocument);
  const [chosen, setChosen] = useState<Family | null>(null);
  const [isWide, setWide] = useState(false);
  if (card.similar.length === 0) return null;
  // A birthday alone is shared by strangers; it waits behind a button.
  const strong = card.similar.filter(({ isStrong }) => isStrong);
  const shown = isWide ? card.similar : strong;
  const weakCount = card.similar.length - strong.length;
  const { requestId, version } = card;
  const title = `similar-${requestId}`;
  return (
    <section aria-labelledby={title}>
      <Title order={3} size="h6" id={title}>
        {t('intake:similar.title')}
      </Title>
      <ul className="plain-list similar">
        {shown.map((family) => (
          <li key={family.requestId ?? family.caseId}>
            <Text size="sm" fw={family.isStrong ? 600 : undefined} component="span">
              {t('intake:similar.sameAs', { name: family.codename ?? t('intake:card.noCodename') })}
            </Text>{' '}
            <span className="quiet">
              {family.likenesses.map((likeness) => t(`intake:likeness.${likeness}`)).join(', ')}
            </span>
            <Group gap={6} mt={4}>
              {family.caseId !== null ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  component={Link}
                  to={`/cases/${family.caseId}`}
                >
                  {t('intake:similar.openCase')}
                </Button>
              ) : (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-pressed={comparedId === family.requestId}
                  onClick={() => compare(comparedId === family.requestId ? null : family.requestId)}
                >
                  {t('intake:similar.openBoth')}
                </Button>
              )}
              {mayAct('MERGE', card.state) && (
                <Button size="compact-xs" variant="default" onClick={() => setChosen(family)}>
                  {t('intake:similar.merge')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {weakCount > 0 && !isWide && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWide(true)}>
          {t('intake:similar.weak', { count: weakCount })}
        </Button>
      )}
      <ActDialog
        title={t('intake:merge.title')}
        about={t('intake:merge.about')}
        confirm={t('intake:merge.confirm')}
        isOpen={chosen !== null}
        close={() => setChosen(null)}
        act={() => Promise.resolve({ kind: 'DONE', done: null })}
        done={() => {
          const into =
            chosen?.caseId == null
              ? { intoRequestId: chosen?.requestId ?? null }
              : { intoCaseId: chosen.caseId };
          decideLater({
            message: t('intake:merge.undoable'),
            send: () => merging.run({ input: { requestId, version, ...into } }),
            done: () => t('intake:merge.done'),
          });
        }}
      />
    </section>
  );
}
