import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { readAmount } from '../../ui/money';
import { toast } from '../../ui/toast';
import { FundFields } from './fund-fields';
import { isReadable, namesOf, rulesOf, textOf } from './fund-text';
import type { Fund } from './fund-page-types';
import { ChangeFundRulesDocument } from './funding.documents';

/** Replaces name and rules of a fund; what was promised before stays promised. */
export function ChangeRules({
  fund,
  changed,
}: {
  readonly fund: Fund;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const changing = useAct(ChangeFundRulesDocument);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(() => textOf(fund));
  return (
    <>
      <Button size="sm" variant="default" onClick={() => setOpen(true)}>
        {t('funding:form.change')}
      </Button>
      <ActDialog
        title={t('funding:form.change')}
        about={t('funding:form.changeAbout')}
        confirm={t('funding:form.change')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={isReadable(text)}
        act={() =>
          changing.run({
            input: {
              fundId: fund.id,
              version: fund.version,
              name: text.name.trim(),
              publicNames: namesOf(text),
              isPublic: text.isPublic,
              lapsesOn: text.lapsesOn === '' ? null : text.lapsesOn,
              floorMinor: readAmount(text.floor),
              rules: rulesOf(text, fund.rules),
            },
          })
        }
        done={() => {
          toast(t('funding:fund.done', { fund: fund.code }));
          changed();
        }}
      >
        <FundFields text={text} change={setText} />
      </ActDialog>
    </>
  );
}
