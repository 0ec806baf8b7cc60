import { Stack, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { AccessTab } from './access-tab';
import { CaseActs } from './case-acts';
import { CaseFileDocument } from './case-file.documents';
import { CaseHead } from './case-head';
import { ConsentsTab } from './consents-tab';
import { ContactTab } from './contact-tab';
import { HouseholdTab } from './household-tab';
import { MattersTab } from './matters-tab';
import type { CaseProps } from './opened-case';
import { PrisonerTab } from './prisoner-tab';
import { TimelineTab } from './timeline-tab';

const TABS = {
  timeline: TimelineTab,
  household: HouseholdTab,
  prisoner: PrisonerTab,
  needs: (props: CaseProps) => <MattersTab kind="NEED" {...props} />,
  money: (props: CaseProps) => <MattersTab kind="MONEY" {...props} />,
  tasks: (props: CaseProps) => <MattersTab kind="TASK" {...props} />,
  contact: ContactTab,
  consents: ConsentsTab,
  access: AccessTab,
} as const;
/** Tabs that hold nothing but what was sealed; they are not printed. */
const SEALED: readonly string[] = ['household', 'prisoner'];
const NAMES = Object.keys(TABS) as (keyof typeof TABS)[];

/** One family's file beside the list: what stands, what can be done, and all of it by subject. */
export function CasePanel({
  caseId,
  tab,
}: {
  readonly caseId: string;
  readonly tab: string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const options = { isSealed: true, topics: ['case'] } as const;
  const reading = useRead(CaseFileDocument, { input: { caseId } }, options);
  const file = reading.data?.caseFile;
  if (file === undefined) {
    return reading.failure === null ? (
      <Waiting rows={8} />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (isRefusal(file)) return <NotHere />;
  const shown = NAMES.find((name) => name === tab) ?? 'timeline';
  const Shown = TABS[shown];
  return (
    <Stack gap="md">
      <CaseHead file={file} />
      <CaseActs file={file} changed={reading.refresh} />
      <Tabs
        value={shown}
        onChange={(next) => void navigate(`/cases/${caseId}/${next ?? ''}`, { replace: true })}
      >
        <Tabs.List className="case-tabs">
          {NAMES.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`cases:tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel
          value={shown}
          pt="md"
          className={SEALED.includes(shown) ? 'sealed-panel' : undefined}
        >
          <Shown file={file} changed={reading.refresh} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
