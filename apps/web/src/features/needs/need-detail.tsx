import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { isRefusal } from '../../api/outcome';
import { useCountryCodes } from '../../codes/country-codes';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { DueClock } from '../../ui/time';
import { FundNeed } from './fund-need';
import { NeedActs } from './need-acts';
import { NeedFacts } from './need-facts';
import { NeedMoves } from './need-moves';
import { NeedDocument } from './need.documents';
import type { OpenedNeed } from './opened-need';
import { Reservations } from './reservations';
import { ScorePanel } from './score-panel';

/** What of a need somebody came for: the money, its place, or all of it. */
export type Panel = 'FUND' | 'SCORE' | null;

/** One need beside the list: what, how much, why here, what happened, and the money for it. */
export function NeedDetail({
  needId,
  panel,
  show,
}: {
  readonly needId: string;
  readonly panel: Panel;
  readonly show: (panel: Panel) => void;
}): ReactNode {
  const { wordOf } = useCountryCodes();
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
  const changed = reading.refresh;
  return (
    <div className="need-detail" data-panel={panel}>
      <div className="need-itself">
        <Head need={need} label={wordOf('needKinds', need.code)} />
        <NeedActs need={need} changed={changed} />
        <NeedFacts need={need} />
        <Reservations need={need} changed={changed} />
      </div>
      <FundNeed key={need.id} need={need} isAsked={panel === 'FUND'} changed={changed} />
      <div className="need-itself">
        <ScorePanel
          need={need}
          isOpen={panel === 'SCORE'}
          toggle={() => show(panel === 'SCORE' ? null : 'SCORE')}
        />
        <NeedMoves need={need} />
      </div>
    </div>
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
