import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { useMay } from '../../ui/may';
import { formatDay } from '../../ui/time';
import { toast } from '../../ui/toast';
import type { PublicText } from './facets';
import {
  PublishPublicTextDocument,
  SendBackPublicTextDocument,
  WithdrawPublicTextDocument,
} from './texts.documents';

const REASONS = ['SAYS_TOO_MUCH', 'NAMES_SOMEBODY', 'NOT_TRUE', 'UNCLEAR'] as const;
type Reason = (typeof REASONS)[number];
type Asked = 'publish' | 'back' | 'withdraw';

/** What a second person decides, and taking back, which anybody who may write or decide can do at once. */
export function TextActs(props: {
  readonly text: PublicText;
  readonly changed: () => void;
}): ReactNode {
  const { text, changed } = props;
  const { t } = useTranslation();
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const isWaiting = text.stage === 'WAITING';
  const close = (): void => setAsked(null);
  const dialog = { text, changed, close };
  const button = (name: Asked, variant: string): ReactNode => (
    <Button size="sm" variant={variant} onClick={() => setAsked(name)}>
      {t(`publication:act.${name}`)}
    </Button>
  );
  return (
    <>
      {isWaiting && text.isMine && <Text size="sm">{t('publication:act.mine')}</Text>}
      <Group gap="xs">
        {isWaiting && !text.isMine && may('publishPublicText') && button('publish', 'filled')}
        {isWaiting && !text.isMine && may('sendBackPublicText') && button('back', 'default')}
        {text.stage !== 'ENDED' && may('withdrawPublicText') && button('withdraw', 'default')}
      </Group>
      <Publish {...dialog} isOpen={asked === 'publish'} />
      <SendBack {...dialog} isOpen={asked === 'back'} />
      <Withdraw {...dialog} isOpen={asked === 'withdraw'} />
    </>
  );
}

interface DialogProps {
  readonly text: PublicText;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly changed: () => void;
}

function Publish({ text: { id: textId, version }, changed, ...rest }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const { run } = useAct(PublishPublicTextDocument);
  const commandKey = useRef(crypto.randomUUID());
  const [isFree, setFree] = useState(false);
  return (
    <ActDialog
      {...rest}
      title={t('publication:act.publish')}
      about={t('publication:act.publishAbout')}
      confirm={t('publication:act.publish')}
      isReady={isFree}
      act={() =>
        run({ input: { textId, version, hasInterest: !isFree, commandKey: commandKey.current } })
      }
      done={({ visibleFrom }) => {
        toast(t('publication:act.published', { day: formatDay(visibleFrom) }));
        changed();
      }}
    >
      <Checkbox
        label={t('publication:act.noInterest')}
        checked={isFree}
        onChange={(event) => setFree(event.currentTarget.checked)}
      />
    </ActDialog>
  );
}

function SendBack({ text: { id: textId, version }, changed, ...rest }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const { run } = useAct(SendBackPublicTextDocument);
  const [reason, setReason] = useState<Reason>('SAYS_TOO_MUCH');
  return (
    <ActDialog
      {...rest}
      title={t('publication:act.back')}
      confirm={t('publication:act.back')}
      act={() => run({ input: { textId, version, reason } })}
      done={changed}
    >
      <NativeSelect
        label={t('publication:back.reason')}
        value={reason}
        onChange={(event) =>
          setReason(REASONS.find((each) => each === event.currentTarget.value) ?? reason)
        }
        data={REASONS.map((value) => ({ value, label: t(`publication:back.${value}`) }))}
      />
    </ActDialog>
  );
}

function Withdraw({ text: { id: textId }, changed, ...rest }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const { run } = useAct(WithdrawPublicTextDocument);
  return (
    <ActDialog
      {...rest}
      title={t('publication:act.withdraw')}
      about={t('publication:act.withdrawAbout')}
      confirm={t('publication:act.withdraw')}
      isGrave
      act={() => run({ input: { textId } })}
      done={changed}
    />
  );
}
