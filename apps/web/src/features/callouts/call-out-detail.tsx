import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { DueClock } from '../../ui/time';
import { ActBar } from './act-bar';
import type { OpenedFile } from './acts';
import { CallOutFileDocument } from './call-out.documents';
import { ENDED } from './codes';
import { triggerLabel, usePeople, type Protocol } from './desk-knowledge';
import { Situation } from './situation';
import { Work } from './work';
import { Timeline } from './timeline';

/** One call-out: what happened, what runs out when, what can be done now, what was done. */
export function CallOutDetail({
  callOutId,
  protocols,
}: {
  readonly callOutId: string;
  readonly protocols: readonly Protocol[];
}): ReactNode {
  const { nameOf } = usePeople();
  const options = { isSealed: true, topics: ['callout', 'task'] } as const;
  const reading = useRead(CallOutFileDocument, { input: { callOutId } }, options);
  const file = reading.data?.callOut;
  if (file === undefined) {
    return reading.failure === null ? (
      <Waiting rows={8} />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (isRefusal(file)) return <NotHere />;
  return (
    <Stack gap="lg" className="callout">
      <Head file={file} protocols={protocols} />
      <ActBar
        key={file.callOut.version}
        file={file}
        protocols={protocols}
        changed={reading.refresh}
      />
      <Situation file={file} />
      <Work file={file} />
      <Timeline file={file} nameOf={nameOf} />
    </Stack>
  );
}

function Head({
  file,
  protocols,
}: {
  readonly file: OpenedFile;
  readonly protocols: readonly Protocol[];
}): ReactNode {
  const { t } = useTranslation();
  const { callOut } = file;
  return (
    <header>
      <Title order={2} size="h4">
        {callOut.codename === null ? '' : `${callOut.codename}: `}
        {triggerLabel(callOut.triggerCode, protocols)}
      </Title>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t(`callouts:state.${callOut.state}`)}
        </Text>
        <Text size="sm">{callOut.priority}</Text>
        {callOut.lifeAtRisk && (
          <Text size="sm" className="callout-mark">
            {t('callouts:list.life')}
          </Text>
        )}
        {!ENDED.includes(callOut.state) && <DueClock dueAt={callOut.clockAt} />}
      </Group>
    </header>
  );
}
