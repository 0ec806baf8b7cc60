import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../ui/may';
import { formatDay, formatMoment } from '../../ui/time';
import { formatMoney } from '../../ui/money';
import { useFacets, type PublicText } from './facets';
import { TextActs } from './text-acts';
import { WriteForm } from './write-form';

const OPEN = ['DRAFT', 'WAITING', 'SENT_BACK'];
const TOLD = ['COOLING', 'PUBLIC', 'ENDED'];

interface TextDetailProps {
  readonly text: PublicText;
  /** The kind of need in words. */
  readonly need: string;
  readonly changed: () => void;
}

/** One text: what it says, who wrote it, where it stands, and what I may do with it. */
export function TextDetail({ text, need, changed }: TextDetailProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay()('writePublicText');
  const [writing, setWriting] = useState<'CARD' | 'UPDATE' | null>(null);
  const { kind, stage, needId, backReason } = text;
  const done = (): void => {
    setWriting(null);
    changed();
  };
  return (
    <Stack gap="md" p="md">
      <header>
        <Title order={2} size="h4">
          {text.caseCodename ?? t('publication:list.noCase')}: {need}
        </Title>
        <Text size="sm" fw={600}>
          {t(`publication:kind.${kind}`)} · {t(`publication:stage.${stage}`)}
        </Text>
      </header>
      <blockquote className="public-text">{text.body}</blockquote>
      <Facts text={text} />
      {backReason !== null && (
        <Text size="sm" role="status">
          {t('publication:back.because', { reason: t(`publication:back.${backReason}`) })}
        </Text>
      )}
      <TextActs text={text} changed={changed} />
      {may && needId !== null && writing === null && (
        <Group gap="xs">
          {OPEN.includes(stage) && (
            <Button size="sm" variant="default" onClick={() => setWriting(kind)}>
              {t('publication:write.anew')}
            </Button>
          )}
          {kind === 'CARD' && TOLD.includes(stage) && (
            <Button size="sm" variant="default" onClick={() => setWriting('UPDATE')}>
              {t('publication:write.update')}
            </Button>
          )}
        </Group>
      )}
      {writing !== null && needId !== null && (
        <WriteForm
          kind={writing}
          needId={needId}
          text={OPEN.includes(stage) ? text : null}
          done={done}
        />
      )}
    </Stack>
  );
}

function Facts({ text }: { readonly text: PublicText }): ReactNode {
  const { t } = useTranslation();
  const { textOf } = useFacets();
  const { facts, amount, publicCodename, authors, publishedBy, visibleFrom, persons } = text;
  const lines: readonly (readonly [string, string | null])[] = [
    ['says', facts.map(textOf).join(' · ') || t('publication:facts.nothing')],
    ['amount', amount === null ? null : formatMoney(amount)],
    ['codename', publicCodename],
    ['persons', persons === null ? null : persons.toString()],
    ['authors', `${authors.join(', ')}, ${formatMoment(text.writtenAt)}`],
    ['publishedBy', publishedBy],
    ['visibleFrom', visibleFrom === null ? null : formatDay(visibleFrom)],
  ];
  return (
    <dl className="public-facts">
      {lines.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{t(`publication:facts.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
