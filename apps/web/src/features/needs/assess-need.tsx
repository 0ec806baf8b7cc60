import { NativeSelect, Radio, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { AssessNeedDocument } from './acts.documents';
import { DUPLICATE_ANSWERS } from './need-codes';
import type { OpenedNeed } from './opened-need';
import { useNeedType } from './need-type';

/** Makes a need ready for its decision: whether somebody else helps, and on which way the aid goes. */
export function AssessNeed({
  need,
  close,
  changed,
}: {
  readonly need: OpenedNeed;
  readonly close: () => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const assessing = useAct(AssessNeedDocument);
  const channels = useNeedType(need.code)?.channels ?? [];
  const [duplicateAnswer, setAnswer] = useState<string>('');
  const [channelClass, setChannel] = useState(need.channelClass ?? channels[0] ?? '');
  const input = {
    ...{ needId: need.id, version: need.version, duplicateAnswer },
    ...(channelClass === '' ? {} : { channelClass }),
  };
  const isCovered = duplicateAnswer === 'COVERED';
  return (
    <ActDialog
      title={t('needs:act.ASSESS')}
      about={t('needs:about.ASSESS')}
      confirm={t(isCovered ? 'needs:act.CANCEL' : 'needs:act.ASSESS')}
      isGrave={isCovered}
      isOpen
      close={close}
      isReady={duplicateAnswer !== ''}
      act={() => assessing.run({ input })}
      done={() => {
        toast(t(isCovered ? 'needs:done.CANCEL' : 'needs:done.ASSESS'));
        changed();
      }}
    >
      <Radio.Group label={t('needs:assess.duplicate')} value={duplicateAnswer} onChange={setAnswer}>
        <Stack gap={6} mt={4}>
          {DUPLICATE_ANSWERS.map((code, place) => (
            <Radio
              key={code}
              size="sm"
              value={code}
              label={t(`needs:duplicate.${code}`)}
              data-autofocus={place === 0 ? true : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <NativeSelect
        label={t('needs:assess.channel')}
        value={channelClass}
        onChange={(event) => setChannel(event.currentTarget.value)}
        data={channels.map((value) => ({ value, label: t(`needs:channel.${value}`) }))}
      />
    </ActDialog>
  );
}
