import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { isRefusal } from '../../api/outcome';
import { Facts } from '../../ui/facts';
import { Money } from '../../ui/money';
import { Sealed } from '../../ui/sealed';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { DueClock, formatDay, formatMoment } from '../../ui/time';
import { FundNeed } from './fund-need';
import { NeedDocument } from './need.documents';
import type { OpenedNeed } from './opened-need';
import { ScorePanel } from './score-panel';

/** One need beside the list: what, how much, why here, what happened, and the money for it. */
export function NeedDetail({
  needId,
  labelOf,
}: {
  readonly needId: string;
  readonly labelOf: (code: string) => string;
}): ReactNode {
  const options = { isSealed: true, topics: ['need', 'disbursement'] } as const;
  const reading = useRead(NeedDocument, { input: { needId } }, options);
  const need = reading.data?.need;
  if (need === undefined) {
    return reading.failure === null ? (
      <Waiting rows={8} />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (isRefusal(need)) return <NotHere />;
  return (
    <Stack gap="lg">
      <Head need={need} label={labelOf(need.code)} />
      <NeedFacts need={need} />
      <FundNeed need={need} changed={reading.refresh} />
      <ScorePanel factors={need.factors} score={need.score} />
      <Moves need={need} />
    </Stack>
  );
}

function Head({ need, label }: { readonly need: OpenedNeed; readonly label: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <header>
      <Title order={2} size="h4">
        {need.codename}: {label}
      </Title>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t(`codes:needState.${need.state}`)}
        </Text>
        {need.priority !== null && <Text size="sm">{need.priority}</Text>}
        <DueClock dueAt={need.clock?.dueAt ?? null} />
      </Group>
    </header>
  );
}

function NeedFacts({ need }: { readonly need: OpenedNeed }): ReactNode {
  const { t } = useTranslation();
  const words = need.words;
  return (
    <Facts
      pairs={[
        [t('needs:detail.amount'), <Money value={need.amount} />],
        [t('needs:detail.remaining'), <Money value={need.remaining} />],
        [
          t('needs:detail.next'),
          need.nextStep === null ? null : t(`codes:needStep.${need.nextStep}`),
        ],
        [t('needs:detail.askedOn'), formatDay(need.askedOn)],
        [t('needs:detail.dueDay'), need.dueDay === null ? null : formatDay(need.dueDay)],
        [t('needs:detail.region'), need.region],
        [t('needs:detail.assignee'), need.assignee?.displayName ?? t('needs:detail.nobody')],
        [
          t('needs:detail.words'),
          words === null ? (
            <Sealed what={t('needs:detail.wordsSealed')} who={t('needs:detail.wordsWho')} />
          ) : (
            (words.note ?? t('needs:detail.noWords'))
          ),
        ],
      ]}
    />
  );
}

function Moves({ need }: { readonly need: OpenedNeed }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="moves">
      <Title order={3} size="h6" id="moves">
        {t('needs:detail.history')}
      </Title>
      <ol className="moves">
        {need.moves.map((move) => (
          <li key={move.madeAt + move.transition}>
            <span className="quiet">{formatMoment(move.madeAt)}</span>{' '}
            {t(`codes:needState.${move.toState}`)}
            <span className="quiet">
              {' '}
              {move.madeBy?.displayName ?? t('needs:detail.byTheDesk')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
