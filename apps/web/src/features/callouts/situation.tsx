import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../session/session';
import { Facts } from '../../ui/facts';
import { formatMoney, Money } from '../../ui/money';
import { Sealed } from '../../ui/sealed';
import { DueClock } from '../../ui/time';
import type { OpenedFile } from './acts';
import { ENDED } from './codes';

/** What was said, whom it is about, and each clock that still runs. */
export function Situation({ file: { callOut, words } }: { readonly file: OpenedFile }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const mayOpenCase = me.roles.includes('COORDINATOR') || me.roles.includes('CASEWORKER');
  const clock = (dueAt: string | null, isDone: boolean): ReactNode =>
    dueAt === null || isDone || ENDED.includes(callOut.state) ? null : <DueClock dueAt={dueAt} />;
  const isStable = ['STABILISED', 'HANDED_OVER'].includes(callOut.state);
  return (
    <Facts
      pairs={[
        [
          t('callouts:fact.words'),
          words ??
            (ENDED.includes(callOut.state) ? (
              t('callouts:fact.wordsGone')
            ) : (
              <Sealed what={t('callouts:fact.wordsSealed')} who={t('callouts:fact.wordsWho')} />
            )),
        ],
        [
          t('callouts:fact.family'),
          callOut.caseId !== null && mayOpenCase ? (
            <Anchor size="sm" component={Link} to={`/cases/${callOut.caseId}`}>
              {callOut.codename ?? t('callouts:fact.openCase')}
            </Anchor>
          ) : (
            (callOut.codename ?? t('callouts:list.noFamily'))
          ),
        ],
        [
          t('callouts:fact.request'),
          callOut.requestId !== null && me.screener ? (
            <Anchor size="sm" component={Link} to={`/inbox/${callOut.requestId}`}>
              {t('callouts:fact.openRequest')}
            </Anchor>
          ) : null,
        ],
        [
          t('callouts:fact.seenBy'),
          clock(callOut.acknowledgeDueAt, callOut.acknowledgedAt !== null),
        ],
        [t('callouts:fact.actBy'), clock(callOut.actionDueAt, callOut.dispatchedAt !== null)],
        [t('callouts:fact.secondCallBy'), clock(callOut.secondCallDueAt, callOut.secondCallMade)],
        [t('callouts:fact.signBy'), clock(callOut.signatureDueAt, callOut.signedAt !== null)],
        [t('callouts:fact.stableBy'), clock(callOut.stabiliseDueAt, isStable)],
        [
          t('callouts:fact.reserved'),
          callOut.reserved.minorUnits === '0' ? null : (
            <>
              <Money value={callOut.reserved} />
              {callOut.cap !== null && (
                <span className="quiet">
                  {' '}
                  {t('callouts:fact.ofCap', { cap: formatMoney(callOut.cap) })}
                </span>
              )}
            </>
          ),
        ],
        [t('callouts:fact.signedBy'), callOut.signedBy?.displayName ?? null],
        [t('callouts:fact.owner'), callOut.owner?.displayName ?? null],
        [
          t('callouts:fact.reason'),
          callOut.reason === null ? null : t(`callouts:reason.${callOut.reason}`),
        ],
        [
          t('callouts:fact.outcome'),
          callOut.outcome === null ? null : t(`callouts:outcome.${callOut.outcome}`),
        ],
      ]}
    />
  );
}
