import type { LegalArticle, RecognitionBasis } from '../pack.js';
import type { CodedEntry } from '../coded-entry.js';
import { words } from './label.js';
import type { ByLanguage } from './label.js';

type Words = readonly [en: string, be: string, ru: string, pl: string, lt: string];

const criminal = (number: string, ...label: Words): LegalArticle<ByLanguage> => ({
  code: `CC_${number.replace(/\W/g, '_')}`,
  law: 'CRIMINAL',
  number,
  label: words(...label),
});

const administrative = (number: string, ...label: Words): LegalArticle<ByLanguage> => ({
  code: `AC_${number.replace(/\W/g, '_')}`,
  law: 'ADMINISTRATIVE',
  number,
  label: words(...label),
});

/** Short titles for recognition and sorting; not legal advice. */
export const legalArticles: readonly LegalArticle<ByLanguage>[] = [
  criminal(
    '130',
    'Incitement of enmity',
    'Распальванне варожасці',
    'Разжигание вражды',
    'Wzniecanie wrogości',
    'Priešiškumo kurstymas',
  ),
  criminal(
    '290-1',
    'Financing of terrorist activity',
    'Фінансаванне тэрарыстычнай дзейнасці',
    'Финансирование террористической деятельности',
    'Finansowanie działalności terrorystycznej',
    'Teroristinės veiklos finansavimas',
  ),
  criminal(
    '342',
    'Actions breaching public order',
    'Дзеянні, што парушаюць грамадскі парадак',
    'Действия, нарушающие общественный порядок',
    'Działania naruszające porządek publiczny',
    'Viešąją tvarką pažeidžiantys veiksmai',
  ),
  criminal(
    '356',
    'Treason',
    'Здрада дзяржаве',
    'Измена государству',
    'Zdrada państwa',
    'Valstybės išdavystė',
  ),
  criminal(
    '357',
    'Conspiracy to seize power',
    'Змова з мэтай захопу ўлады',
    'Заговор с целью захвата власти',
    'Spisek w celu przejęcia władzy',
    'Sąmokslas užgrobti valdžią',
  ),
  criminal(
    '361',
    'Calls against national security',
    'Заклікі супраць нацыянальнай бяспекі',
    'Призывы против национальной безопасности',
    'Wezwania przeciw bezpieczeństwu narodowemu',
    'Raginimai prieš nacionalinį saugumą',
  ),
  criminal(
    '361-1',
    'Extremist formation (so labelled)',
    '"Экстрэмісцкае фарміраванне"',
    '"Экстремистское формирование"',
    '"Formacja ekstremistyczna"',
    '"Ekstremistinis darinys"',
  ),
  criminal(
    '361-2',
    'Financing of extremist activity (so labelled)',
    'Фінансаванне "экстрэмісцкай дзейнасці"',
    'Финансирование "экстремистской деятельности"',
    'Finansowanie "działalności ekstremistycznej"',
    '"Ekstremistinės veiklos" finansavimas',
  ),
  criminal(
    '361-4',
    'Assistance to extremist activity (so labelled)',
    'Садзейнічанне "экстрэмісцкай дзейнасці"',
    'Содействие "экстремистской деятельности"',
    'Wspieranie "działalności ekstremistycznej"',
    'Pagalba "ekstremistinei veiklai"',
  ),
  criminal(
    '364',
    'Violence or threat against police',
    'Гвалт або пагроза супраць міліцыі',
    'Насилие или угроза в отношении милиции',
    'Przemoc lub groźba wobec milicji',
    'Smurtas ar grasinimas milicijai',
  ),
  criminal(
    '368',
    'Insult of the president',
    'Абраза прэзідэнта',
    'Оскорбление президента',
    'Znieważenie prezydenta',
    'Prezidento įžeidimas',
  ),
  criminal(
    '369',
    'Insult of an official',
    'Абраза прадстаўніка ўлады',
    'Оскорбление представителя власти',
    'Znieważenie urzędnika',
    'Pareigūno įžeidimas',
  ),
  criminal(
    '411',
    'Disobedience to prison administration',
    'Непадпарадкаванне адміністрацыі калоніі',
    'Неповиновение администрации колонии',
    'Nieposłuszeństwo wobec administracji kolonii',
    'Nepaklusimas kolonijos administracijai',
  ),
  criminal(
    '415',
    'Evading restricted freedom',
    'Ухіленне ад абмежавання волі',
    'Уклонение от ограничения свободы',
    'Uchylanie się od ograniczenia wolności',
    'Vengimas atlikti laisvės apribojimą',
  ),
  criminal(
    '421',
    'Breach of preventive supervision',
    'Парушэнне прэвентыўнага нагляду',
    'Нарушение превентивного надзора',
    'Naruszenie nadzoru prewencyjnego',
    'Prevencinės priežiūros pažeidimas',
  ),
  administrative(
    '19.11',
    'Extremist materials (so labelled)',
    '"Экстрэмісцкія матэрыялы"',
    '"Экстремистские материалы"',
    '"Materiały ekstremistyczne"',
    '"Ekstremistinė medžiaga"',
  ),
  administrative(
    '24.15',
    'Use of foreign aid',
    'Выкарыстанне замежнай дапамогі',
    'Использование иностранной помощи',
    'Korzystanie z pomocy zagranicznej',
    'Užsienio pagalbos naudojimas',
  ),
  administrative(
    '24.23',
    'Unauthorised mass event',
    'Несанкцыянаванае масавае мерапрыемства',
    'Несанкционированное массовое мероприятие',
    'Zgromadzenie masowe bez zezwolenia',
    'Nesankcionuotas masinis renginys',
  ),
];

export const stateLists: readonly CodedEntry<ByLanguage>[] = [
  {
    code: 'EXTREMIST',
    label: words(
      'On the state list of "extremists" (so labelled)',
      'У дзяржаўным пераліку "экстрэмістаў" (так названа)',
      'В государственном перечне "экстремистов" (так названо)',
      'Na państwowej liście "ekstremistów" (tak nazwanej)',
      'Valstybiniame "ekstremistų" sąraše (taip vadinamame)',
    ),
  },
  {
    code: 'TERRORIST',
    label: words(
      'On the state list of "terrorists" (so labelled)',
      'У дзяржаўным пераліку "тэрарыстаў" (так названа)',
      'В государственном перечне "террористов" (так названо)',
      'Na państwowej liście "terrorystów" (tak nazwanej)',
      'Valstybiniame "teroristų" sąraše (taip vadinamame)',
    ),
  },
];

export const recognitionBases: readonly RecognitionBasis<ByLanguage>[] = [
  {
    code: 'VIASNA',
    isListEvidence: true,
    label: words('Viasna', '«Вясна»', '«Весна»', 'Wiasna', 'Viasna'),
  },
  {
    code: 'DISSIDENTBY',
    isListEvidence: true,
    label: words('Dissidentby', 'Dissidentby', 'Dissidentby', 'Dissidentby', 'Dissidentby'),
  },
  {
    code: 'MEMORIAL',
    isListEvidence: true,
    label: words('Memorial', '«Мемарыял»', '«Мемориал»', 'Memoriał', 'Memorialas'),
  },
  {
    code: 'PARTNER_ATTESTED',
    isListEvidence: true,
    label: words(
      'Attested by a partner organisation',
      'Пацверджана арганізацыяй-партнёрам',
      'Подтверждено организацией-партнёром',
      'Potwierdzone przez organizację partnerską',
      'Patvirtinta organizacijos partnerės',
    ),
  },
  {
    code: 'PENDING',
    isListEvidence: false,
    label: words(
      'Recognition pending',
      'Чакае прызнання',
      'Ожидает признания',
      'Czeka na uznanie',
      'Laukia pripažinimo',
    ),
  },
  {
    code: 'NONE_POLITICALLY_MOTIVATED',
    isListEvidence: false,
    label: words(
      'Not recognised, politically motivated',
      'Без прызнання, палітычна матываваны пераслед',
      'Без признания, политически мотивированное преследование',
      'Bez uznania, prześladowanie polityczne',
      'Be pripažinimo, politinis persekiojimas',
    ),
  },
];
