import { NumberInput, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../ui/act-dialog';
import { ChannelSelect } from './channel-select';
import { CodeSelect } from './code-select';
import { CHANNEL_EVENTS, CHANNEL_KINDS } from './codes';
import {
  AgreeContactRhythmDocument,
  ChangeChannelTrustDocument,
  RecordContactChannelDocument,
} from './contact.documents';
import { useCaseAct, type ActProps } from './opened-case';

/** The longest time between two confirmed contacts, as the family agreed it. */
export function AgreeRhythm({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(AgreeContactRhythmDocument, file);
  const [days, setDays] = useState<number | string>(file.contactRhythmDays);
  return (
    <ActDialog
      title={t('cases:rhythm.title')}
      about={t('cases:rhythm.about')}
      confirm={t('cases:rhythm.confirm')}
      isOpen
      close={close}
      isReady={typeof days === 'number'}
      act={() => send({ days: Number(days) })}
      done={changed}
    >
      <NumberInput
        label={t('cases:rhythm.days')}
        value={days}
        onChange={setDays}
        min={1}
        max={180}
        allowDecimal={false}
        data-autofocus
      />
    </ActDialog>
  );
}

/** A new way to reach the family; it begins without trust. */
export function AddChannel({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(RecordContactChannelDocument, file);
  const [kind, setKind] = useState<string>('MESSENGER');
  const [value, setValue] = useState('');
  const [quietRules, setQuietRules] = useState('');
  const [replaces, setReplaces] = useState('');
  return (
    <ActDialog
      title={t('cases:channel.title')}
      about={t('cases:channel.about')}
      confirm={t('cases:channel.confirm')}
      isOpen
      close={close}
      isReady={value.trim() !== ''}
      act={() =>
        send({
          kind,
          value,
          quietRules: quietRules.trim() === '' ? null : quietRules,
          replacesChannelId: replaces === '' ? null : replaces,
        })
      }
      done={changed}
    >
      <CodeSelect
        label={t('cases:channel.kind')}
        codes={CHANNEL_KINDS}
        wordOf={(code) => t(`cases:channelKind.${code}`)}
        value={kind}
        change={setKind}
      />
      <TextInput
        label={t('cases:channel.value')}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        autoComplete="off"
        required
      />
      <TextInput
        label={t('cases:channel.quietRules')}
        description={t('cases:channel.quietRulesAbout')}
        value={quietRules}
        onChange={(event) => setQuietRules(event.currentTarget.value)}
        autoComplete="off"
      />
      {file.channels.length > 0 && (
        <ChannelSelect
          file={file}
          value={replaces}
          change={setReplaces}
          none={t('cases:channel.replacesNone')}
        />
      )}
    </ActDialog>
  );
}

/** Something happened that changes whether a way to the family can be trusted. */
export function ChangeTrust({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(ChangeChannelTrustDocument, file);
  const [channelId, setChannelId] = useState(file.channels[0]?.id ?? '');
  const [event, setEvent] = useState<string>('DOUBT_RECORDED');
  return (
    <ActDialog
      title={t('cases:changeTrust.title')}
      about={t('cases:changeTrust.about')}
      confirm={t('cases:changeTrust.confirm')}
      isOpen
      close={close}
      isGrave={event === 'COMPROMISE_CONFIRMED'}
      isReady={channelId !== ''}
      act={() => send({ channelId, event })}
      done={changed}
    >
      <ChannelSelect file={file} value={channelId} change={setChannelId} />
      <CodeSelect
        label={t('cases:changeTrust.event')}
        codes={CHANNEL_EVENTS}
        wordOf={(code) => t(`cases:channelEvent.${code}`)}
        value={event}
        change={setEvent}
      />
    </ActDialog>
  );
}
