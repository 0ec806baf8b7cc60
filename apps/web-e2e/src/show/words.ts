/** What a guest reads and presses in the ten minutes of the show. */
export interface ShowWords {
  readonly more: string;
  readonly codename: string;
  readonly state: string;
  readonly cases: string;
  readonly onWaitingList: string;
  readonly needs: string;
  readonly queue: string;
  readonly assessed: string;
  readonly approve: RegExp;
  readonly caseFirst: RegExp;
  readonly whyThisPlace: RegExp;
  readonly callOuts: string;
  readonly whichCallOuts: string;
  readonly ended: string;
  readonly lapwing: readonly (string | RegExp)[];
  readonly heron: readonly (string | RegExp)[];
  readonly tasks: string;
  readonly over: string;
  readonly surge: readonly string[];
  readonly take: string;
  readonly taken: RegExp;
  readonly tooLate: string;
  readonly quarantined: string;
  readonly compromised: RegExp;
  readonly whoOpenedWhat: string;
  readonly casesToGuard: string;
  readonly lift: RegExp;
  readonly freezes: string;
  readonly ways: string;
  readonly partnerRoute: string;
  readonly stops: RegExp;
  readonly stopThem: RegExp;
  readonly reason: string;
  readonly standStill: RegExp;
  readonly setFree: string;
  readonly free: RegExp;
  readonly exposure: string;
  readonly ifTaken: string;
  readonly named: RegExp;
  readonly opens: string;
  readonly auditTrail: string;
  readonly verify: RegExp;
  readonly whole: RegExp;
  readonly lapses: readonly RegExp[];
  readonly goals: readonly RegExp[];
}

/** In English. */
export const ENGLISH: ShowWords = {
  more: 'More',
  codename: 'Codename',
  state: 'State',
  cases: 'Cases',
  onWaitingList: 'On the waiting list',
  needs: 'Needs',
  queue: 'Queue',
  assessed: 'Assessed',
  approve: /^Approve/,
  caseFirst: /Decide on the case first/,
  whyThisPlace: /^Why this place: \d+ of 100/,
  callOuts: 'Call-outs',
  whichCallOuts: 'Which call-outs',
  ended: 'Ended',
  lapwing: [
    'Closed',
    'EUR 840.00 of at most EUR 1,500.00',
    'Dispatched',
    'Confirmed by the family',
  ],
  heron: ['Second signature', 'Find a lawyer', 'Seen', 'Family stable'],
  tasks: 'Tasks',
  over: 'Over',
  surge: ['A shift at the reception desk', 'Done'],
  take: 'I take it',
  taken: /^I do it/,
  tooLate: 'Somebody was a moment quicker',
  quarantined: 'Quarantined',
  compromised: /^compromised/,
  whoOpenedWhat: 'Who opened what',
  casesToGuard: 'Cases to guard',
  lift: /^Lift/,
  freezes: 'Freezes',
  ways: 'Ways',
  partnerRoute: 'Partner route',
  stops: /This stops [1-9]\d* payouts? now: EUR [\d,.]+ for \d+ famil/,
  stopThem: /^Stop them now/,
  reason: 'Reason',
  standStill: /payouts? stands? still: EUR/,
  setFree: 'Set free',
  free: /payouts? (is|are) free again/,
  exposure: 'If somebody were taken',
  ifTaken: 'If this person were taken now',
  named: /^[1-9]\d* famil(y|ies) would be named/,
  opens: 'Who and where they are',
  auditTrail: 'Audit trail',
  verify: /^Verify now/,
  whole: /^Whole until/,
  lapses: [/11,400\.00 lapse in 20 days/, /3 waiting children’s needs would fit/],
  goals: [/Goals and results/, /about 60/],
};

/** In Russian. */
export const RUSSIAN: ShowWords = {
  more: 'Ещё',
  codename: 'Кодовое имя',
  state: 'Состояние',
  cases: 'Дела',
  onWaitingList: 'В очереди',
  needs: 'Нужды',
  queue: 'Очередь',
  assessed: 'Оценено',
  approve: /^Одобрить/,
  caseFirst: /Сначала примите решение по делу/,
  whyThisPlace: /^Почему на этом месте: \d+ из 100/,
  callOuts: 'Срочные вызовы',
  whichCallOuts: 'Какие вызовы',
  ended: 'Завершённые',
  lapwing: ['Закрыто', /EUR 840,00 из возможных/, 'Отправили помощь', 'Семья подтвердила'],
  heron: ['Вторая подпись', 'Найти адвоката', 'Увидели', 'У семьи стало спокойно'],
  tasks: 'Задания',
  over: 'Законченные',
  surge: ['Смена на приёме', 'Сделано'],
  take: 'Беру',
  taken: /^Сделаю/,
  tooLate: 'Кто-то был на мгновение быстрее',
  quarantined: 'Карантин',
  compromised: /^раскрыт/,
  whoOpenedWhat: 'Кто что открывал',
  casesToGuard: 'Дела под охраной',
  lift: /^Снять$/,
  freezes: 'Заморозки',
  ways: 'Пути',
  partnerRoute: 'Путь партнёра',
  stops: /Это остановит сейчас [1-9]\d* выплат\S*: EUR [\d,\s]+ для \d+ сем/,
  stopThem: /^Остановить сейчас/,
  reason: 'Причина',
  standStill: /^Остановлен[ао] \d+ выплат/,
  setFree: 'Освободить',
  free: /^Снова свободн/,
  exposure: 'Если кого-то схватят',
  ifTaken: 'Если этого человека схватят сейчас',
  named: /^[1-9]\d* сем\S+ буд(ет|ут) назван/,
  opens: 'Кто они и где',
  auditTrail: 'Журнал аудита',
  verify: /^Проверить сейчас/,
  whole: /^Цел до/,
  lapses: [/сгорит через 20 дней/, /Подходят 3 ожидающие детские нужды/],
  goals: [/Цели и результаты/, /около 60/],
};
