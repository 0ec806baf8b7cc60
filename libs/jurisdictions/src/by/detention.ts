import type { CustodyStatus, Regime } from '../pack.js';
import type { CodedEntry } from '../coded-entry.js';
import { words } from './label.js';
import type { ByLanguage } from './label.js';

export const facilityTypes: readonly CodedEntry<ByLanguage>[] = [
  {
    code: 'TEMPORARY_DETENTION',
    label: words(
      'Temporary detention facility',
      'ІЧУ',
      'ИВС',
      'Izba zatrzymań (IWS)',
      'Laikinojo sulaikymo izoliatorius (IVS)',
    ),
  },
  {
    code: 'OFFENDERS_ISOLATION',
    label: words(
      'Offenders’ isolation centre',
      'ЦІП',
      'ЦИП',
      'Ośrodek izolacji sprawców wykroczeń (CIP)',
      'Pažeidėjų izoliavimo centras (CIP)',
    ),
  },
  {
    code: 'SIZO',
    label: words(
      'Pre-trial detention centre',
      'СІЗА',
      'СИЗО',
      'Areszt śledczy (SIZO)',
      'Tardymo izoliatorius (SIZO)',
    ),
  },
  {
    code: 'SIZO_KGB',
    label: words(
      'KGB pre-trial detention centre',
      'СІЗА КДБ',
      'СИЗО КГБ',
      'Areszt śledczy KGB',
      'KGB tardymo izoliatorius',
    ),
  },
  {
    code: 'COLONY',
    label: words(
      'Penal colony',
      'Папраўчая калонія (ПК)',
      'Исправительная колония (ИК)',
      'Kolonia karna (IK)',
      'Pataisos kolonija (IK)',
    ),
  },
  {
    code: 'COLONY_SETTLEMENT',
    label: words(
      'Colony settlement',
      'Калонія-пасяленне',
      'Колония-поселение',
      'Kolonia-osiedle',
      'Kolonija-gyvenvietė',
    ),
  },
  {
    code: 'JUVENILE_COLONY',
    label: words(
      'Juvenile colony',
      'Выхаваўчая калонія',
      'Воспитательная колония',
      'Kolonia dla nieletnich',
      'Nepilnamečių kolonija',
    ),
  },
  {
    code: 'CELL_TYPE_PRISON',
    label: words(
      'Cell-type prison',
      'Турма ("крытая")',
      'Тюрьма ("крытая")',
      'Więzienie celkowe',
      'Kamerinis kalėjimas',
    ),
  },
  {
    code: 'OPEN_FACILITY',
    label: words(
      'Open correctional facility',
      'Папраўчая ўстанова адкрытага тыпу (ПУАТ)',
      'Исправительное учреждение открытого типа (ИУОТ)',
      'Zakład otwarty (IUOT)',
      'Atviro tipo pataisos įstaiga (IUOT)',
    ),
  },
  {
    code: 'PRISON_HOSPITAL',
    label: words(
      'Prison hospital',
      'Турэмная бальніца',
      'Тюремная больница',
      'Szpital więzienny',
      'Kalėjimo ligoninė',
    ),
  },
  {
    code: 'PSYCHIATRIC_HOSPITAL',
    label: words(
      'Psychiatric hospital by court order',
      'Псіхіятрычная бальніца па рашэнні суда',
      'Психиатрическая больница по решению суда',
      'Szpital psychiatryczny z decyzji sądu',
      'Psichiatrijos ligoninė teismo sprendimu',
    ),
  },
];

export const regimes: readonly Regime<ByLanguage>[] = [
  {
    code: 'GENERAL',
    kind: 'REGIME',
    label: words(
      'General regime',
      'Агульны рэжым',
      'Общий режим',
      'Rygor ogólny',
      'Bendrasis režimas',
    ),
  },
  {
    code: 'ENHANCED',
    kind: 'REGIME',
    label: words(
      'Enhanced regime',
      'Узмоцнены рэжым',
      'Усиленный режим',
      'Rygor wzmocniony',
      'Sustiprintas režimas',
    ),
  },
  {
    code: 'STRICT',
    kind: 'REGIME',
    label: words(
      'Strict regime',
      'Строгі рэжым',
      'Строгий режим',
      'Rygor zaostrzony',
      'Griežtasis režimas',
    ),
  },
  {
    code: 'SPECIAL',
    kind: 'REGIME',
    label: words(
      'Special regime',
      'Асаблівы рэжым',
      'Особый режим',
      'Rygor specjalny',
      'Ypatingasis režimas',
    ),
  },
  {
    code: 'PRISON',
    kind: 'REGIME',
    label: words(
      'Prison regime',
      'Турэмны рэжым',
      'Тюремный режим',
      'Rygor więzienny',
      'Kalėjimo režimas',
    ),
  },
  {
    code: 'PUNISHMENT_CELL',
    kind: 'PUNISHMENT_PLACE',
    label: words('Punishment cell', 'ШІЗА', 'ШИЗО', 'Karcer (SZIZO)', 'Karceris (ŠIZO)'),
  },
  {
    code: 'CELL_TYPE_ROOM',
    kind: 'PUNISHMENT_PLACE',
    label: words(
      'Cell-type room',
      'ПКТ',
      'ПКТ',
      'Pomieszczenie celkowe (PKT)',
      'Kamerinė patalpa (PKT)',
    ),
  },
];

export const custodyStatuses: readonly CustodyStatus<ByLanguage>[] = [
  {
    code: 'DETAINED',
    liberty: 'HELD',
    label: words('Detained', 'Затрыманне', 'Задержание', 'Zatrzymanie', 'Sulaikytas žmogus'),
  },
  {
    code: 'ADMINISTRATIVE_ARREST',
    liberty: 'HELD',
    label: words(
      'Administrative arrest',
      'Адміністрацыйны арышт',
      'Административный арест',
      'Areszt administracyjny',
      'Administracinis areštas',
    ),
  },
  {
    code: 'REMAND',
    liberty: 'HELD',
    label: words(
      'Held on remand',
      'Пад вартай да суда',
      'Под стражей до суда',
      'W areszcie przed procesem',
      'Suimtas iki teismo',
    ),
  },
  {
    code: 'SENTENCED',
    liberty: 'HELD',
    label: words(
      'Serving a sentence',
      'Адбывае пакаранне',
      'Отбывает наказание',
      'Odbywa karę',
      'Atlieka bausmę',
    ),
  },
  {
    code: 'IN_TRANSFER',
    liberty: 'HELD',
    label: words('Being transferred', 'Этап', 'Этап', 'Etap (przewożenie)', 'Etapuojamas'),
  },
  {
    code: 'INCOMMUNICADO',
    liberty: 'HELD',
    label: words(
      'Incommunicado',
      'Інкамунікада',
      'Инкоммуникадо',
      'Bez kontaktu ze światem',
      'Be ryšio su išore',
    ),
  },
  {
    code: 'PUNISHMENT_CELL',
    liberty: 'HELD',
    label: words(
      'In a punishment cell',
      'У ШІЗА',
      'В ШИЗО',
      'W karcerze (SZIZO)',
      'Karceryje (ŠIZO)',
    ),
  },
  {
    code: 'CELL_TYPE_ROOM',
    liberty: 'HELD',
    label: words(
      'In a cell-type room',
      'У ПКТ',
      'В ПКТ',
      'W pomieszczeniu celkowym (PKT)',
      'Kamerinėje patalpoje (PKT)',
    ),
  },
  {
    code: 'HOUSE_ARREST',
    liberty: 'RESTRICTED',
    label: words('House arrest', 'Хатні арышт', 'Домашний арест', 'Areszt domowy', 'Namų areštas'),
  },
  {
    code: 'RESTRICTED_FREEDOM_OPEN',
    liberty: 'RESTRICTED',
    label: words(
      'Restricted freedom in an open facility',
      'Абмежаванне волі з накіраваннем ("хімія")',
      'Ограничение свободы с направлением ("химия")',
      'Ograniczenie wolności w zakładzie otwartym ("chemia")',
      'Laisvės apribojimas atviroje įstaigoje ("chemija")',
    ),
  },
  {
    code: 'RESTRICTED_FREEDOM_HOME',
    liberty: 'RESTRICTED',
    label: words(
      'Restricted freedom at home',
      'Абмежаванне волі без накіравання ("хатняя хімія")',
      'Ограничение свободы без направления ("домашняя химия")',
      'Ograniczenie wolności w domu ("domowa chemia")',
      'Laisvės apribojimas namuose ("namų chemija")',
    ),
  },
  {
    code: 'PREVENTIVE_SUPERVISION',
    liberty: 'RESTRICTED',
    label: words(
      'Released under preventive supervision',
      'Прэвентыўны нагляд',
      'Превентивный надзор',
      'Na wolności, nadzór prewencyjny',
      'Laisvėje, prevencinė priežiūra',
    ),
  },
  {
    code: 'RELEASED',
    liberty: 'FREE',
    label: words('Released', 'На волі', 'На свободе', 'Na wolności', 'Laisvėje'),
  },
  {
    code: 'PARDONED',
    liberty: 'FREE',
    label: words(
      'Released by pardon decree',
      'На волі паводле ўказа аб памілаванні',
      'На свободе по указу о помиловании',
      'Na wolności na mocy ułaskawienia',
      'Laisvėje malonės dekretu',
    ),
  },
  {
    code: 'EXPELLED',
    liberty: 'FREE',
    label: words(
      'Released and taken out of the country',
      'На волі, вывезены(-ая) з краіны',
      'На свободе, вывезен(а) из страны',
      'Na wolności, po wywiezieniu z kraju',
      'Laisvėje, išvežus iš šalies',
    ),
  },
  {
    code: 'DIED',
    liberty: 'DEAD',
    label: words('Died', 'Памёр(-ла)', 'Умер(ла)', 'Nie żyje', 'Mirtis'),
  },
  {
    code: 'UNCONFIRMED',
    liberty: 'UNCONFIRMED',
    label: words(
      'Could not be confirmed',
      'Не ўдалося пацвердзіць',
      'Не удалось подтвердить',
      'Nie udało się potwierdzić',
      'Nepavyko patvirtinti',
    ),
  },
];
