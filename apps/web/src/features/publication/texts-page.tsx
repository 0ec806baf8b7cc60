import './publication.css';
import { NativeSelect, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { useCountryCodes } from '../../codes/country-codes';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import type { PublicText } from './facets';
import { TextDetail } from './text-detail';
import { PublicTextsDocument } from './texts.documents';

const PAGE = 50;
const STATES = ['PROPOSED', 'DRAFT', 'SENT_BACK', 'PUBLISHED', 'WITHDRAWN'] as const;

/** Cards and updates: drafts, what waits for a second person, what cools, what is seen and what has ended. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const [state, setState] = useState<(typeof STATES)[number] | null>(null);
  const { wordOf } = useCountryCodes();
  // A need that is gone has no kind any more.
  const needWord = (code: string | null): string =>
    code === null ? '' : wordOf('needKinds', code);
  const pages = usePages({
    document: PublicTextsDocument,
    variables: (after) => ({ input: { first: PAGE, after, state } }),
    pick: ({ publicTexts }) => publicTexts,
  });
  const opened = pages.nodes.find((text) => text.id === id) ?? null;
  return (
    <SplitList
      label={t('publication:list.title')}
      pages={pages}
      path="/public-texts"
      openId={id}
      head={
        <div className="list-head">
          <Text size="sm" fw={600} component="h1">
            {t('publication:list.title')}
          </Text>
          <NativeSelect
            size="xs"
            className="public-view"
            aria-label={t('publication:list.view')}
            value={state ?? ''}
            onChange={(event) =>
              setState(STATES.find((each) => each === event.currentTarget.value) ?? null)
            }
            data={[
              { value: '', label: t('publication:list.all') },
              ...STATES.map((value) => ({ value, label: t(`publication:state.${value}`) })),
            ]}
          />
        </div>
      }
      row={(text) => <TextRow text={text} need={needWord(text.needCode)} />}
      empty={<Empty title={t('publication:list.empty')}>{t('publication:list.emptyAbout')}</Empty>}
    >
      {opened !== null && (
        <TextDetail
          key={opened.id}
          text={opened}
          need={needWord(opened.needCode)}
          changed={pages.refresh}
        />
      )}
    </SplitList>
  );
}

function TextRow({ text, need }: { readonly text: PublicText; readonly need: string }): ReactNode {
  const { t } = useTranslation();
  const { kind, stage, caseCodename, visibleFrom } = text;
  return (
    <>
      <span className="strong">{caseCodename ?? t('publication:list.noCase')}</span>
      <span>{t(`publication:kind.${kind}`)}</span>
      <span className="grow">{need}</span>
      <span className={stage === 'WAITING' ? 'due' : undefined}>
        {stage === 'COOLING' && visibleFrom !== null
          ? t('publication:stage.coolingUntil', { day: formatDay(visibleFrom) })
          : t(`publication:stage.${stage}`)}
      </span>
    </>
  );
}
