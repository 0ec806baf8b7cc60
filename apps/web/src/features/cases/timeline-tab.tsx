import { Chip, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sealed } from '../../ui/sealed';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { SealedStory } from './identity-reveal';
import type { OpenedCase } from './opened-case';
import { TIMELINE_KINDS, timelineOf, type TimelineEntry, type TimelineKind } from './timeline';

/** What happened, newest first; one kind at a time if wanted. */
export function TimelineTab({ file }: { readonly file: OpenedCase }): ReactNode {
  const { t } = useTranslation();
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const entries = timelineOf(file).filter((entry) => kind === null || entry.kind === kind);
  return (
    <Stack gap="sm">
      {file.story === null ? (
        <SealedStory file={file} what={t('cases:summary.sealed')} />
      ) : (
        <p className="written">{file.story.summary ?? t('cases:summary.none')}</p>
      )}
      <Group gap={6}>
        {TIMELINE_KINDS.map((each) => (
          <Chip
            key={each}
            size="xs"
            checked={kind === each}
            onChange={(checked) => setKind(checked ? each : null)}
          >
            {t(`cases:timeline.${each}`)}
          </Chip>
        ))}
      </Group>
      {entries.length === 0 && (
        <Empty title={t('cases:timeline.none')}>{t('cases:timeline.noneAbout')}</Empty>
      )}
      <ol className="plain-list">
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} isSealed={file.story === null} />
        ))}
      </ol>
    </Stack>
  );
}

function Entry({
  entry,
  isSealed,
}: {
  readonly entry: TimelineEntry;
  readonly isSealed: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { kind, code, reason, note, person, day } = entry;
  return (
    <li>
      <span className="quiet">{formatDay(day)}</span> <Words entry={entry} />
      {reason !== null && <> · {t(`cases:reason.${reason}`, { defaultValue: reason })}</>}
      {person !== null && <span className="quiet"> {person}</span>}
      {note !== null && <div className="written">{note}</div>}
      {note === null && isSealed && kind === 'ATTEMPT' && code !== '' && (
        <div>
          <Sealed what={t('cases:note.sealed')} />
        </div>
      )}
    </li>
  );
}

function Words({ entry: { kind, code, isEnd } }: { readonly entry: TimelineEntry }): ReactNode {
  const { t } = useTranslation();
  switch (kind) {
    case 'ATTEMPT':
      return t(`cases:outcome.${code}`, { defaultValue: code });
    case 'MOVE':
      return t('cases:timeline.moved', { state: t(`cases:state.${code}`) });
    case 'CONSENT': {
      const purpose = t(`cases:purpose.${code}`, { defaultValue: code });
      return t(isEnd ? 'cases:timeline.withdrawn' : 'cases:timeline.given', { purpose });
    }
    case 'PRISONER':
      return t('cases:timeline.status', {
        status: t(`cases:status.${code}`, { defaultValue: code }),
      });
  }
}
