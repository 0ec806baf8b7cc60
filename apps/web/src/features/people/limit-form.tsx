import { Button, Group, TextInput, VisuallyHidden } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { plainAmount } from '../../ui/money';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { limitName, limitText, type Setting } from './limit-text';
import { ChangeSettingDocument } from './limits.documents';
import { readLimit } from './read-limit';
import { useTakeBack } from './use-take-back';

/** Asks for the new number in the place of the old one. Enter keeps it, Esc leaves; the toast offers the way back. */
export function LimitForm({
  setting,
  close,
  changed,
}: {
  readonly setting: Setting;
  readonly close: () => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const changing = useAct(ChangeSettingDocument);
  const takeBack = useTakeBack(changed);
  const { key, code, unit, version, usual, isUsual } = setting;
  const [text, setText] = useState(
    unit === 'EUR_CENTS' ? plainAmount(setting.value) : setting.value,
  );
  const [isWrong, setWrong] = useState(false);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const name = limitName(setting);

  const send = async (value: string | null): Promise<void> => {
    const answer = await changing.run({ input: { key, code, value, version } });
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    const { settingChangeId, awaitsSecond } = answer.done;
    const said = { name, value: limitText(setting, value ?? usual) };
    toast(t(awaitsSecond ? 'people:limit.awaits' : 'people:limit.done', said), () =>
      takeBack(settingChangeId),
    );
    close();
    changed();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value = readLimit(setting, text);
    setWrong(value === null);
    if (value !== null && !changing.isRunning) void send(value);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    <form className="limit-form" onSubmit={submit} onKeyDown={leave} noValidate>
      <TextInput
        size="xs"
        autoFocus
        inputMode={unit === 'EUR_CENTS' ? 'decimal' : 'numeric'}
        label={
          <>
            {t('people:limit.newValue')} <VisuallyHidden>{name}</VisuallyHidden>
          </>
        }
        description={t('people:limit.between', {
          least: limitText(setting, setting.least),
          most: limitText(setting, setting.most),
        })}
        error={isWrong ? t('people:limit.noNumber') : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={6} mt={6}>
        <Button size="compact-xs" type="submit" loading={changing.isRunning}>
          {t('people:limit.keep')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={close}>
          {t('ui:cancel')}
        </Button>
        {!isUsual && (
          <Button size="compact-xs" variant="default" onClick={() => void send(null)}>
            {t('people:limit.asUsual', { value: limitText(setting, usual) })}
          </Button>
        )}
      </Group>
      <OutcomeAlert outcome={outcome} />
    </form>
  );
}
