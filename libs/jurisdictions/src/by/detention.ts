import type { CustodyStatus, Regime } from '../pack.js';
import type { CodedEntry } from '../coded-entry.js';
import { words } from './label.js';
import type { ByLanguage } from './label.js';

export const facilityTypes: readonly CodedEntry<ByLanguage>[] = [
  {
    code: 'TEMPORARY_DETENTION',
    label: words('Temporary detention facility', 'ІЧУ', 'ИВС'),
  },
  {
    code: 'OFFENDERS_ISOLATION',
    label: words('Offenders’ isolation centre', 'ЦІП', 'ЦИП'),
  },
  { code: 'SIZO', label: words('Pre-trial detention centre', 'СІЗА', 'СИЗО') },
  { code: 'SIZO_KGB', label: words('KGB pre-trial detention centre', 'СІЗА КДБ', 'СИЗО КГБ') },
  {
    code: 'COLONY',
    label: words('Penal colony', 'Папраўчая калонія (ПК)', 'Исправительная колония (ИК)'),
  },
  {
    code: 'COLONY_SETTLEMENT',
    label: words('Colony settlement', 'Калонія-пасяленне', 'Колония-поселение'),
  },
  {
    code: 'JUVENILE_COLONY',
    label: words('Juvenile colony', 'Выхаваўчая калонія', 'Воспитательная колония'),
  },
  {
    code: 'CELL_TYPE_PRISON',
    label: words('Cell-type prison', 'Турма ("крытая")', 'Тюрьма ("крытая")'),
  },
  {
    code: 'OPEN_FACILITY',
    label: words(
      'Open correctional facility',
      'Папраўчая ўстанова адкрытага тыпу (ПУАТ)',
      'Исправительное учреждение открытого типа (ИУОТ)',
    ),
  },
  {
    code: 'PRISON_HOSPITAL',
    label: words('Prison hospital', 'Турэмная бальніца', 'Тюремная больница'),
  },
  {
    code: 'PSYCHIATRIC_HOSPITAL',
    label: words(
      'Psychiatric hospital by court order',
      'Псіхіятрычная бальніца па рашэнні суда',
      'Психиатрическая больница по решению суда',
    ),
  },
];

export const regimes: readonly Regime<ByLanguage>[] = [
  {
    code: 'GENERAL',
    kind: 'REGIME',
    label: words('General regime', 'Агульны рэжым', 'Общий режим'),
  },
  {
    code: 'ENHANCED',
    kind: 'REGIME',
    label: words('Enhanced regime', 'Узмоцнены рэжым', 'Усиленный режим'),
  },
  {
    code: 'STRICT',
    kind: 'REGIME',
    label: words('Strict regime', 'Строгі рэжым', 'Строгий режим'),
  },
  {
    code: 'SPECIAL',
    kind: 'REGIME',
    label: words('Special regime', 'Асаблівы рэжым', 'Особый режим'),
  },
  {
    code: 'PRISON',
    kind: 'REGIME',
    label: words('Prison regime', 'Турэмны рэжым', 'Тюремный режим'),
  },
  {
    code: 'PUNISHMENT_CELL',
    kind: 'PUNISHMENT_PLACE',
    label: words('Punishment cell', 'ШІЗА', 'ШИЗО'),
  },
  {
    code: 'CELL_TYPE_ROOM',
    kind: 'PUNISHMENT_PLACE',
    label: words('Cell-type room', 'ПКТ', 'ПКТ'),
  },
];

export const custodyStatuses: readonly CustodyStatus<ByLanguage>[] = [
  { code: 'DETAINED', liberty: 'HELD', label: words('Detained', 'Затрыманне', 'Задержание') },
  {
    code: 'ADMINISTRATIVE_ARREST',
    liberty: 'HELD',
    label: words('Administrative arrest', 'Адміністрацыйны арышт', 'Административный арест'),
  },
  {
    code: 'REMAND',
    liberty: 'HELD',
    label: words('Held on remand', 'Пад вартай да суда', 'Под стражей до суда'),
  },
  {
    code: 'SENTENCED',
    liberty: 'HELD',
    label: words('Serving a sentence', 'Адбывае пакаранне', 'Отбывает наказание'),
  },
  { code: 'IN_TRANSFER', liberty: 'HELD', label: words('Being transferred', 'Этап', 'Этап') },
  {
    code: 'INCOMMUNICADO',
    liberty: 'HELD',
    label: words('Incommunicado', 'Інкамунікада', 'Инкоммуникадо'),
  },
  {
    code: 'PUNISHMENT_CELL',
    liberty: 'HELD',
    label: words('In a punishment cell', 'У ШІЗА', 'В ШИЗО'),
  },
  {
    code: 'CELL_TYPE_ROOM',
    liberty: 'HELD',
    label: words('In a cell-type room', 'У ПКТ', 'В ПКТ'),
  },
  {
    code: 'HOUSE_ARREST',
    liberty: 'RESTRICTED',
    label: words('House arrest', 'Хатні арышт', 'Домашний арест'),
  },
  {
    code: 'RESTRICTED_FREEDOM_OPEN',
    liberty: 'RESTRICTED',
    label: words(
      'Restricted freedom in an open facility',
      'Абмежаванне волі з накіраваннем ("хімія")',
      'Ограничение свободы с направлением ("химия")',
    ),
  },
  {
    code: 'RESTRICTED_FREEDOM_HOME',
    liberty: 'RESTRICTED',
    label: words(
      'Restricted freedom at home',
      'Абмежаванне волі без накіравання ("хатняя хімія")',
      'Ограничение свободы без направления ("домашняя химия")',
    ),
  },
  {
    code: 'PREVENTIVE_SUPERVISION',
    liberty: 'RESTRICTED',
    label: words(
      'Released under preventive supervision',
      'Прэвентыўны нагляд',
      'Превентивный надзор',
    ),
  },
  { code: 'RELEASED', liberty: 'FREE', label: words('Released', 'На волі', 'На свободе') },
  {
    code: 'PARDONED',
    liberty: 'FREE',
    label: words(
      'Released by pardon decree',
      'На волі паводле ўказа аб памілаванні',
      'На свободе по указу о помиловании',
    ),
  },
  {
    code: 'EXPELLED',
    liberty: 'FREE',
    label: words(
      'Released and taken out of the country',
      'На волі, вывезены(-ая) з краіны',
      'На свободе, вывезен(а) из страны',
    ),
  },
  { code: 'DIED', liberty: 'DEAD', label: words('Died', 'Памёр(-ла)', 'Умер(ла)') },
  {
    code: 'UNCONFIRMED',
    liberty: 'UNCONFIRMED',
    label: words('Could not be confirmed', 'Не ўдалося пацвердзіць', 'Не удалось подтвердить'),
  },
];
