import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { readAmount } from '../../ui/money';
import { toast } from '../../ui/toast';
import { FundFields } from './fund-fields';
import { EMPTY_FUND, isReadable, namesOf, rulesOf } from './fund-text';
import { OpenFundDocument } from './funding.documents';

const KINDS = ['GRANT', 'PUBLIC', 'EMERGENCY'] as const;

/** Opens a fund with its account in the books. */
export function OpenFund({ changed }: { readonly changed: () => void }): ReactNode {
  const { t } = useTranslation();
  const opening = useAct(OpenFundDocument);
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<string>(KINDS[0]);
  const [text, setText] = useState(EMPTY_FUND);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('funding:form.open')}
      </Button>
      <ActDialog
        title={t('funding:form.open')}
        about={t('funding:form.openAbout')}
        confirm={t('funding:form.open')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={code !== '' && isReadable(text)}
        act={() =>
          opening.run({
            input: {
              code,
              kind,
              name: text.name.trim(),
              publicNames: namesOf(text),
              isPublic: text.isPublic,
              lapsesOn: text.lapsesOn === '' ? null : text.lapsesOn,
              floorMinor: readAmount(text.floor),
              rules: rulesOf(text, null),
            },
          })
        }
        done={() => {
          toast(t('funding:fund.done', { fund: code }));
          setText(EMPTY_FUND);
          setCode('');
          changed();
        }}
      >
        <TextInput
          required
          label={t('funding:form.code')}
          description={t('funding:form.codeAbout')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        />
        <NativeSelect
          label={t('funding:fund.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={KINDS.map((value) => ({ value, label: t(`funding:fundKind.${value}`) }))}
        />
        <FundFields text={text} change={setText} />
      </ActDialog>
    </>
  );
}
