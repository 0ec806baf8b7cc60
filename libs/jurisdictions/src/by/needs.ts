import { needTypesOf, type NeedLine, type NeedType } from '../need-type.js';
import type { CodedEntry } from '../coded-entry.js';
import { words } from './label.js';
import type { ByLanguage } from './label.js';

/** "As safe" in the table of the design: everything that may suit a household, the safest first. */
const AS_SAFE = [
  'BANK_ABROAD',
  'CARD_VOUCHER_ABROAD',
  'INKIND_ABROAD',
  'VIA_RELATIVE_ABROAD',
  'PARTNER_ROUTE',
];
const PARTNER = ['PARTNER_ROUTE'];
const VENDOR = ['VENDOR_DIRECT_ABROAD'];
const VENDOR_OR_PARTNER = ['VENDOR_DIRECT_ABROAD', 'PARTNER_ROUTE'];
const PARCEL = ['PARCEL_BY_RELATIVE'];
const REMOTE = ['SERVICE_REMOTE'];
const VOUCHER = ['CARD_VOUCHER_ABROAD'];

/** Groups of needs: what reports and the public see (never the code). */
export const needGroups: readonly CodedEntry<ByLanguage>[] = [
  {
    code: 'DET',
    label: words('In detention', 'За кратамі', 'В заключении', 'W zamknięciu', 'Nelaisvėje'),
  },
  {
    code: 'LEG',
    label: words(
      'Defence and courts',
      'Абарона і суды',
      'Защита и суды',
      'Obrona i sądy',
      'Gynyba ir teismai',
    ),
  },
  {
    code: 'LIV',
    label: words(
      'Living',
      'Жыццёвыя патрэбы',
      'Жизненные нужды',
      'Codzienne życie',
      'Kasdienis gyvenimas',
    ),
  },
  { code: 'CHD', label: words('Children', 'Дзеці', 'Дети', 'Dzieci', 'Vaikai') },
  { code: 'MED', label: words('Health', 'Здароўе', 'Здоровье', 'Zdrowie', 'Sveikata') },
  {
    code: 'PSY',
    label: words(
      'Psychological help',
      'Псіхалагічная дапамога',
      'Психологическая помощь',
      'Pomoc psychologiczna',
      'Psichologinė pagalba',
    ),
  },
  {
    code: 'EVA',
    label: words(
      'Leaving and reunion',
      'Выезд і ўз’яднанне',
      'Выезд и воссоединение',
      'Wyjazd i połączenie rodziny',
      'Išvykimas ir šeimos susijungimas',
    ),
  },
  {
    code: 'LGL',
    label: words(
      'Papers and status',
      'Дакументы і статус',
      'Документы и статус',
      'Dokumenty i status',
      'Dokumentai ir statusas',
    ),
  },
  {
    code: 'REL',
    label: words(
      'After release',
      'Пасля вызвалення',
      'После освобождения',
      'Po uwolnieniu',
      'Po paleidimo',
    ),
  },
  {
    code: 'JOB',
    label: words(
      'Work and skills',
      'Праца і навыкі',
      'Работа и навыки',
      'Praca i umiejętności',
      'Darbas ir įgūdžiai',
    ),
  },
  {
    code: 'DIG',
    label: words(
      'Digital safety',
      'Лічбавая бяспека',
      'Цифровая безопасность',
      'Bezpieczeństwo cyfrowe',
      'Skaitmeninis saugumas',
    ),
  },
  {
    code: 'FUN',
    label: words(
      'A death in the family',
      'Смерць у сям’і',
      'Смерть в семье',
      'Śmierć w rodzinie',
      'Mirtis šeimoje',
    ),
  },
  {
    code: 'CAREGIVER',
    label: words(
      'Care of a relative',
      'Догляд за сваяком',
      'Уход за родственником',
      'Opieka nad krewnym',
      'Giminaičio priežiūra',
    ),
  },
];

/** The table of domain.md D: amounts in EUR, typical and up to which one approver is enough. */
// A table is read by its columns.
// prettier-ignore
const LINES: readonly NeedLine<ByLanguage>[] = [
  ['DET-FIRST', 'P0', [40, 100], 'ONCE', ['PARTNER_ROUTE', 'PARCEL_BY_RELATIVE'], 'E1', 'R S X', 72010, words('First-days kit after arrest', 'Набор на першыя дні пасля затрымання', 'Набор на первые дни после задержания', 'Zestaw na pierwsze dni po zatrzymaniu', 'Rinkinys pirmoms dienoms po sulaikymo')],
  ['DET-TRACE', 'P0', [0, 0], 'EVENT', REMOTE, 'E0', 'V S', 15160, words('Find where the person is held', 'Даведацца, дзе трымаюць чалавека', 'Узнать, где содержат человека', 'Ustalić, gdzie jest przetrzymywana osoba', 'Sužinoti, kur laikomas žmogus')],
  ['DET-PARCEL', 'P4', [40, 200], 'BY_FACILITY_RULE', PARCEL, 'E1', 'R D L', 72040, words('Food and hygiene parcel', 'Перадача з ежай і сродкамі гігіены', 'Передача с едой и средствами гигиены', 'Paczka z jedzeniem i środkami higieny', 'Maisto ir higienos siuntinys')],
  ['DET-MEDPARCEL', 'P1', [50, 250], 'ON_PERMIT', PARCEL, 'E1', 'R H D', 72011, words('Medical parcel', 'Медыцынская перадача', 'Медицинская передача', 'Paczka z lekami', 'Vaistų siuntinys')],
  ['DET-CLOTHES', 'P4', [80, 150], 'YEARLY', PARCEL, 'E1', 'R D', 72010, words('Season clothing', 'Сезоннае адзенне', 'Сезонная одежда', 'Ubranie na sezon', 'Sezoniniai drabužiai')],
  ['DET-SHOP', 'P3', [30, 60], 'MONTHLY', ['PARCEL_BY_RELATIVE', 'VIA_RELATIVE_ABROAD'], 'E1', 'R L_HARD N', 72010, words('Prison-shop money', 'Атаварка', 'Отоварка', 'Pieniądze na kantynę', 'Pinigai kalėjimo parduotuvei')],
  ['DET-PRESS', 'P4', [15, 50], 'QUARTERLY', PARCEL, 'E1', 'R', 15160, words('Books, subscriptions, envelopes', 'Кнігі, падпіска, канверты', 'Книги, подписка, конверты', 'Książki, prenumerata, koperty', 'Knygos, prenumerata, vokai')],
  ['DET-LETTERS', 'P4', [5, 20], 'WEEKLY', REMOTE, 'E0', '', 15160, words('Letters, telegrams', 'Лісты, тэлеграмы', 'Письма, телеграммы', 'Listy, telegramy', 'Laiškai, telegramos')],
  ['DET-VISIT', 'P3', [80, 150], 'FEW_A_YEAR', PARTNER, 'E1', 'R D', 72010, words('Travel to a visit', 'Дарога на спатканне', 'Дорога на свидание', 'Dojazd na widzenie', 'Kelionė į pasimatymą')],
  ['LEG-LAWYER', 'P1', [500, 1_500], 'PER_STAGE', VENDOR_OR_PARTNER, 'E2', 'S X', 15130, words('Defence lawyer, one stage', 'Адвакат, адна стадыя', 'Адвокат, одна стадия', 'Adwokat, jeden etap', 'Advokatas, viena stadija')],
  ['LEG-ADVICE', 'P2', [40, 80], 'EVENT', REMOTE, 'E2', '', 15130, words('Remote legal consultation', 'Юрыдычная кансультацыя дыстанцыйна', 'Юридическая консультация дистанционно', 'Zdalna porada prawna', 'Teisinė konsultacija nuotoliu')],
  ['LEG-APPEAL', 'P1', [60, 200], 'EVENT', REMOTE, 'E2', 'D', 15130, words('Appeal', 'Апеляцыйная скарга', 'Апелляционная жалоба', 'Apelacja', 'Apeliacinis skundas')],
  ['LEG-FINE', 'P1', [350, 400], 'EVENT', PARTNER, 'E1', 'N S X D', 15160, words('Administrative fine', 'Адміністрацыйны штраф', 'Административный штраф', 'Grzywna administracyjna', 'Administracinė bauda')],
  ['LEG-COSTS', 'P2', [100, 400], 'EVENT', PARTNER, 'E1', 'N S X', 15160, words('Court costs, detention fee, damages', 'Судовыя выдаткі, плата за ўтрыманне, кампенсацыі', 'Судебные издержки, плата за содержание, компенсации', 'Koszty sądowe, opłata za areszt, odszkodowania', 'Teismo išlaidos, mokestis už laikymą, žalos atlyginimas')],
  ['LIV-FOOD', 'P1', [60, 120], 'UP_TO_3_IN_A_ROW', ['PARTNER_ROUTE', 'CARD_VOUCHER_ABROAD'], 'E1/E3', 'N', 72040, words('Food basket, two weeks', 'Прадуктовы набор на два тыдні', 'Продуктовый набор на две недели', 'Paczka żywnościowa na dwa tygodnie', 'Maisto krepšelis dviem savaitėms')],
  ['LIV-GRANT', 'P2', [500, 500], 'YEARLY', AS_SAFE, 'E1/E3', 'N', 16010, words('One-off family grant', 'Аднаразовая дапамога сям’і', 'Разовая помощь семье', 'Jednorazowe wsparcie rodziny', 'Vienkartinė parama šeimai')],
  ['LIV-MONTHLY', 'P3', [300, 300], 'UP_TO_6_MONTHS', AS_SAFE, 'E1/E3', 'N', 16010, words('Recurring support', 'Рэгулярная падтрымка', 'Регулярная поддержка', 'Regularne wsparcie', 'Reguliari parama')],
  ['LIV-RENT', 'P1', [400, 700], 'UP_TO_3_IN_A_ROW', VENDOR, 'E4', '', 93010, words('Rent, deposit', 'Арэнда, заклад', 'Аренда, залог', 'Czynsz, kaucja', 'Nuoma, užstatas')],
  ['LIV-UTIL', 'P3', [60, 150], 'WINTER', PARTNER, 'E1', 'N', 16010, words('Utilities, heating', 'Камунальныя, ацяпленне', 'Коммунальные, отопление', 'Media, ogrzewanie', 'Komunalinės paslaugos, šildymas')],
  ['LIV-DEBT', 'P3', [200, 500], 'ONCE', PARTNER, 'E1', 'N', 16010, words('Loan arrears', 'Запазычанасць па крэдыце', 'Задолженность по кредиту', 'Zaległe raty kredytu', 'Kredito skola')],
  ['CHD-SCHOOL', 'P4', [100, 120], 'SCHOOL_YEAR', AS_SAFE, 'E1', 'C D', 72012, words('School kit', 'Да школы', 'К школе', 'Wyprawka szkolna', 'Mokyklinis rinkinys')],
  ['CHD-GIFT', 'P4', [100, 100], 'YEARLY', AS_SAFE, 'E1', 'C D', 72010, words('New Year gift', 'Навагодні падарунак', 'Новогодний подарок', 'Prezent noworoczny', 'Naujametė dovana')],
  ['CHD-CAMP', 'P3', [600, 900], 'YEARLY', VENDOR, 'E3', 'C V D', 12340, words('Camp, children’s rehabilitation', 'Лагер, аздараўленне дзяцей', 'Лагерь, оздоровление детей', 'Obóz, rehabilitacja dzieci', 'Stovykla, vaikų sveikatinimas')],
  ['CHD-CARE', 'P0', [200, 600], 'EVENT', ['PARTNER_ROUTE', 'INKIND_ABROAD', 'CARD_VOUCHER_ABROAD'], 'E1', 'C V S X', 16010, words('Child left alone, guardian, custody threat', 'Дзіця без нагляду, апека, пагроза адабрання', 'Ребёнок без присмотра, опека, угроза изъятия', 'Dziecko bez opieki, opiekun, groźba odebrania', 'Vaikas liko vienas, globa, grėsmė paimti vaiką')],
  ['MED-URGENT', 'P0', [400, 1_500], 'EVENT', VENDOR_OR_PARTNER, 'E2', 'H', 72011, words('Emergency treatment', 'Неадкладнае лячэнне', 'Неотложное лечение', 'Pilne leczenie', 'Skubus gydymas')],
  ['MED-CHECK', 'P1', [200, 400], 'ONCE', VENDOR, 'E3', 'H T', 72011, words('Check-up after release', 'Абследаванне пасля вызвалення', 'Обследование после освобождения', 'Badania po uwolnieniu', 'Patikra po paleidimo')],
  ['MED-DENTAL', 'P2', [600, 1_200], 'ONCE_STAGED', VENDOR, 'E3', 'H', 72011, words('Dental repair', 'Лячэнне зубоў', 'Лечение зубов', 'Leczenie zębów', 'Dantų gydymas')],
  ['MED-CHRONIC', 'P2', [40, 120], 'MONTHLY', ['VENDOR_DIRECT_ABROAD', 'BANK_ABROAD'], 'E3', 'H', 72011, words('Medicines', 'Лекі', 'Лекарства', 'Leki', 'Vaistai')],
  ['MED-REHAB', 'P2', [4_000, 0], 'ONCE_STAGED', VENDOR, 'E4', 'H T', 72011, words('Medical rehabilitation programme', 'Праграма медыцынскай рэабілітацыі', 'Программа медицинской реабилитации', 'Program rehabilitacji medycznej', 'Medicininės reabilitacijos programa')],
  ['PSY-CRISIS', 'P0', [60, 300], 'EVENT', REMOTE, 'E2', 'H T V X', 12340, words('Acute crisis', 'Востры крызіс', 'Острый кризис', 'Ostry kryzys', 'Ūmi krizė')],
  ['PSY-THERAPY', 'P2', [400, 600], 'UP_TO_2_BLOCKS', REMOTE, 'E2', 'H T', 12340, words('Therapy block, 10 sessions', 'Тэрапія, 10 сустрэч', 'Терапия, 10 встреч', 'Terapia, 10 spotkań', 'Terapija, 10 susitikimų')],
  ['PSY-TORTURE', 'P2', [800, 0], 'ONCE', ['VENDOR_DIRECT_ABROAD', 'SERVICE_REMOTE'], 'E4', 'H T X', 12340, words('Torture rehabilitation, forensic record', 'Рэабілітацыя пасля катаванняў, экспертыза', 'Реабилитация после пыток, экспертиза', 'Rehabilitacja po torturach, opinia biegłego', 'Reabilitacija po kankinimų, ekspertizė')],
  ['EVA-URGENT', 'P0', [700, 1_500], 'ONCE', PARTNER, 'E0', 'S V X', 15190, words('Evacuation at risk of arrest', 'Эвакуацыя пры пагрозе затрымання', 'Эвакуация при угрозе задержания', 'Ewakuacja przy groźbie zatrzymania', 'Evakuacija gresiant sulaikymui')],
  ['EVA-FAMILY', 'P2', [350, 800], 'ONCE', VENDOR, 'E3', 'C S', 15190, words('Family reunion travel', 'Дарога дзеля ўз’яднання сям’і', 'Дорога для воссоединения семьи', 'Podróż do rodziny', 'Kelionė pas šeimą')],
  ['LGL-DOCS', 'P2', [120, 300], 'EVENT', VENDOR, 'E4', '', 15190, words('Documents: passport of a foreigner, translations, fees', 'Дакументы: пашпарт замежніка, пераклады, зборы', 'Документы: паспорт иностранца, переводы, сборы', 'Dokumenty: paszport cudzoziemca, tłumaczenia, opłaty', 'Dokumentai: užsieniečio pasas, vertimai, rinkliavos')],
  ['LGL-STATUS', 'P2', [150, 500], 'EVENT', ['SERVICE_REMOTE', 'VENDOR_DIRECT_ABROAD'], 'E4', 'D', 15190, words('Visa, asylum, residence, lawyer', 'Віза, абарона, дазвол на жыхарства, юрыст', 'Виза, защита, вид на жительство, юрист', 'Wiza, ochrona, pobyt, prawnik', 'Viza, prieglobstis, leidimas gyventi, teisininkas')],
  ['REL-DAY0', 'P0', [350, 600], 'ONCE', ['INKIND_ABROAD'], 'E2', 'T V', 72010, words('Release-day pack', 'Набор на дзень вызвалення', 'Набор на день освобождения', 'Zestaw na dzień uwolnienia', 'Rinkinys paleidimo dienai')],
  ['REL-HOUSING', 'P0', [550, 900], 'ONCE', VENDOR, 'E3', '', 93010, words('Shelter, first 30 days', 'Жыллё, першыя 30 дзён', 'Жильё, первые 30 дней', 'Mieszkanie, pierwsze 30 dni', 'Būstas, pirmos 30 dienų')],
  ['REL-FOOD', 'P1', [600, 700], 'ONCE', VOUCHER, 'E3', '', 72040, words('Food, first 30 days', 'Харчаванне, першыя 30 дзён', 'Питание, первые 30 дней', 'Jedzenie, pierwsze 30 dni', 'Maistas, pirmos 30 dienų')],
  ['REL-INCOUNTRY', 'P1', [150, 300], 'ONCE', PARTNER, 'E1', 'S N X L', 72010, words('Released and still inside: minimal pack', 'Вызвалены і застаўся ў краіне: найменшы набор', 'Освобождён и остался в стране: минимальный набор', 'Na wolności i nadal w kraju: najmniejszy zestaw', 'Laisvėje ir tebėra šalyje: mažiausias rinkinys')],
  ['REL-MENTOR', 'P3', [0, 0], 'ONCE', REMOTE, 'E2', 'T V', 16010, words('Mentor, 6 months', 'Ментар, 6 месяцаў', 'Ментор, 6 месяцев', 'Mentor, 6 miesięcy', 'Mentorius, 6 mėnesiai')],
  ['JOB-SKILLS', 'P3', [300, 600], 'YEARLY', VENDOR, 'E3', '', 11330, words('Language, retraining, tools', 'Мова, перакваліфікацыя, прылады', 'Язык, переквалификация, инструменты', 'Język, przekwalifikowanie, narzędzia', 'Kalba, persikvalifikavimas, įrankiai')],
  ['DIG-SAFE', 'P1', [150, 250], 'EVENT', ['INKIND_ABROAD', 'SERVICE_REMOTE'], 'E2', 'S V X', 72050, words('Clean phone, account recovery, digital check', 'Чысты тэлефон, аднаўленне акаўнтаў, праверка', 'Чистый телефон, восстановление аккаунтов, проверка', 'Czysty telefon, odzyskanie kont, przegląd cyfrowy', 'Švarus telefonas, paskyrų atkūrimas, skaitmeninė patikra')],
  ['FUN-DEATH', 'P0', [800, 2_500], 'EVENT', AS_SAFE, 'E1', 'T S', 72010, words('Funeral, bringing the body home', 'Пахаванне, вяртанне цела дамоў', 'Похороны, возвращение тела домой', 'Pogrzeb, sprowadzenie ciała do domu', 'Laidotuvės, kūno parvežimas namo')],
  ['CAREGIVER', 'P2', [120, 250], 'MONTHLY', PARTNER, 'E1', 'H N', 16010, words('Care of an old or disabled relative', 'Догляд за старым або хворым сваяком', 'Уход за пожилым или больным родственником', 'Opieka nad starszym lub niepełnosprawnym krewnym', 'Seno ar neįgalaus giminaičio priežiūra')],
];

/** Advice is often given for nothing; the price is for when it is not. */
const MAY_BE_FREE = ['LEG-ADVICE'];

export const needTypes: readonly NeedType<ByLanguage>[] = needTypesOf(LINES, MAY_BE_FREE);
