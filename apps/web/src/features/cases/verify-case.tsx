import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { useMe } from '../../session/session';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { CodeSelect } from './code-select';
import { DOCUMENT_KINDS } from './codes';
import { RecordVerificationDocument } from './moves.documents';
import { useCaseAct, type ActProps } from './opened-case';
import { PersonSelect } from './person-select';

const EVIDENCE = ['LIST', 'DOCUMENT_SEEN', 'TWO_REFEREES'] as const;

/** What proved the case: seen, never stored. */
export function VerifyCase({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const send = useCaseAct(RecordVerificationDocument, file);
  const [evidence, setEvidence] = useState<string>('LIST');
  const codes = useCountryCodes();
  const bases = codes.entries('recognitionBases').filter(({ isListEvidence }) => isListEvidence);
  const [chosenBasis, setBasis] = useState<string | null>(null);
  const basis = chosenBasis ?? bases[0]?.code ?? '';
  const [documentKind, setDocumentKind] = useState<string>(DOCUMENT_KINDS[0]);
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const more = {
    LIST: { recognitionBasis: basis },
    DOCUMENT_SEEN: { documentKind },
    TWO_REFEREES: { refereeIds: [one, other] },
  };
  const kind = EVIDENCE.find((each) => each === evidence) ?? 'LIST';
  return (
    <ActDialog
      title={t('cases:verify.title', { codename: file.codename })}
      about={t('cases:verify.about')}
      confirm={t('cases:verify.confirm')}
      isOpen
      close={close}
      isReady={kind !== 'TWO_REFEREES' || (one !== '' && other !== '' && one !== other)}
      act={() => send({ evidence: kind, ...more[kind] })}
      done={() => {
        toast(t('cases:verify.done', { codename: file.codename }));
        changed();
      }}
    >
      <CodeSelect
        label={t('cases:verify.evidence')}
        codes={EVIDENCE}
        wordOf={(code) => t(`cases:evidence.${code}`)}
        value={evidence}
        change={setEvidence}
      />
      {kind === 'LIST' && (
        <CodeSelect
          label={t('cases:verify.list')}
          codes={bases.map(({ code }) => code)}
          wordOf={(code) => codes.wordOf('recognitionBases', code)}
          value={basis}
          change={setBasis}
        />
      )}
      {kind === 'DOCUMENT_SEEN' && (
        <CodeSelect
          label={t('cases:verify.document')}
          codes={DOCUMENT_KINDS}
          wordOf={(code) => t(`cases:document.${code}`)}
          value={documentKind}
          change={setDocumentKind}
        />
      )}
      {kind === 'TWO_REFEREES' && (
        <>
          <PersonSelect
            label={t('cases:verify.oneReferee')}
            value={one}
            change={setOne}
            except={[me.id, other]}
          />
          <PersonSelect
            label={t('cases:verify.otherReferee')}
            value={other}
            change={setOther}
            except={[me.id, one]}
          />
        </>
      )}
    </ActDialog>
  );
}
