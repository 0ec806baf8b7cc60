import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../ui/may';
import { LimitForm } from './limit-form';
import { limitName, limitText, type Setting } from './limit-text';

/** What a setting is now, changed on the spot by whoever may. */
export function LimitCell({
  setting,
  children,
  changed,
}: {
  readonly setting: Setting;
  /** How it is shown, where a number alone would not say it. */
  readonly children?: ReactNode;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay()('changeSetting');
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { waiting, isFixed, isUsual } = setting;
  const leave = (): void => {
    setOpen(false);
    // Whoever came by keyboard goes on where they were.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isOpen) return <LimitForm setting={setting} close={leave} changed={changed} />;
  return (
    <span className="limit">
      <span>{children ?? limitText(setting, setting.value)}</span>
      {!isUsual && <span className="quiet">{t('people:limit.own')}</span>}
      {waiting !== null && (
        <span className="quiet">
          {t('people:limit.waits', { value: limitText(setting, waiting.to) })}
        </span>
      )}
      {mayChange && !isFixed && waiting === null && (
        <Button
          ref={button}
          size="compact-xs"
          variant="default"
          aria-label={t('people:limit.changeOf', { name: limitName(setting) })}
          onClick={() => setOpen(true)}
        >
          {t('people:limit.change')}
        </Button>
      )}
    </span>
  );
}
