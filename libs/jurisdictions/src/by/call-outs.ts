import { protocolNeeds, protocolTask, type CallOutProtocol } from '../call-out-protocol.js';
import { words, type ByLanguage } from './label.js';

const LAWYER = words(
  'Find a lawyer who can begin today. The desk tells the lawyer the rest.',
  'Знайсці адваката, які можа пачаць сёння. Астатняе адвакату скажа каманда.',
  'Найти адвоката, который может начать сегодня. Остальное адвокату скажет команда.',
  'Znajdź adwokata, który może zacząć dzisiaj. Resztę powie mu zespół.',
  'Rask advokatą, kuris gali pradėti šiandien. Visa kita jam pasakys komanda.',
);
const WHERE_HELD = words(
  'Gather public numbers of the police, courts and remand prisons. The desk asks them about the person.',
  'Сабраць адкрытыя нумары міліцыі, судоў і СІЗА. Пра чалавека пытаецца каманда.',
  'Собрать открытые номера милиции, судов и СИЗО. О человеке спрашивает команда.',
  'Zbierz publiczne numery milicji, sądów i aresztów śledczych. O osobę zapyta zespół.',
  'Surink viešus milicijos, teismų ir tardymo izoliatorių numerius. Apie žmogų paklaus komanda.',
);
const DOCTOR = words(
  'Find a clinic or doctor with a free place today. The desk arranges the visit.',
  'Знайсці клініку ці лекара з вольным месцам сёння. Пра візіт дамовіцца каманда.',
  'Найти клинику или врача со свободным местом сегодня. О визите договорится команда.',
  'Znajdź przychodnię lub lekarza z wolnym miejscem dzisiaj. Wizytę umówi zespół.',
  'Rask kliniką ar gydytoją, kurie gali priimti šiandien. Dėl vizito susitars komanda.',
);
const THERAPIST = words(
  'Find a crisis therapist who can take a call today.',
  'Знайсці кризіснага псіхолага, які можа пагаварыць сёння.',
  'Найти кризисного психолога, который может поговорить сегодня.',
  'Znajdź psychologa kryzysowego, który może dziś porozmawiać.',
  'Rask krizių psichologą, kuris gali pasikalbėti šiandien.',
);
const RECEPTION = words(
  'Be at the reception desk for those who arrive.',
  'Дзяжурыць на сустрэчы тых, хто прыязджае.',
  'Дежурить на встрече тех, кто приезжает.',
  'Bądź w punkcie przyjęć dla tych, którzy przyjeżdżają.',
  'Budėk ten, kur pasitinkami atvykstantys.',
);
const FIRST_THINGS = words(
  'Buy clothes, hygiene and food for the first day.',
  'Купіць адзенне, сродкі гігіены і ежу на першы дзень.',
  'Купить одежду, средства гигиены и еду на первый день.',
  'Kup ubranie, środki higieny i jedzenie na pierwszy dzień.',
  'Nupirk drabužių, higienos priemonių ir maisto pirmai dienai.',
);
const MEET = words(
  'Meet somebody who arrives. Ask the desk for place and time.',
  'Сустрэць чалавека, які прыязджае. Месца і час — у каманды.',
  'Встретить человека, который приезжает. Место и время — у команды.',
  'Wyjdź po osobę, która przyjeżdża. O miejsce i godzinę zapytaj zespół.',
  'Pasitik atvykstantį žmogų. Vietos ir laiko klausk komandos.',
);
const WITH_THEM = words(
  'Be with a family at an office. Ask the desk for place and time.',
  'Пабыць з сям’ёй ва ўстанове. Месца і час — у каманды.',
  'Побыть с семьёй в учреждении. Место и время — у команды.',
  'Towarzysz rodzinie w urzędzie. O miejsce i godzinę zapytaj zespół.',
  'Pabūk su šeima įstaigoje. Vietos ir laiko klausk komandos.',
);
const PAPERS = words(
  'Translate official papers.',
  'Перакласці афіцыйныя паперы.',
  'Перевести официальные бумаги.',
  'Przetłumacz pisma urzędowe.',
  'Išversk oficialius dokumentus.',
);

/** What is done in the first hours (background.md A3); a proposal that practitioners review. */
export const callOutProtocols: readonly CallOutProtocol<ByLanguage>[] = [
  {
    code: 'ARREST',
    label: words('Arrest', 'Затрыманне', 'Задержание', 'Zatrzymanie', 'Sulaikymas'),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [
      protocolTask('FIND_LAWYER', 'P0', [240, 60], LAWYER),
      protocolTask('RESEARCH', 'P0', [360, 60], WHERE_HELD),
    ],
    needs: protocolNeeds({ 'DET-FIRST': 40, 'LEG-LAWYER': 500 }),
  },
  {
    code: 'RAID',
    label: words(
      'Search or interrogation',
      'Ператрус або допыт',
      'Обыск или допрос',
      'Przeszukanie lub przesłuchanie',
      'Krata ar apklausa',
    ),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [protocolTask('FIND_LAWYER', 'P0', [240, 60], LAWYER)],
    needs: protocolNeeds({ 'LEG-ADVICE': 40, 'DIG-SAFE': 150 }),
  },
  {
    code: 'CHILD_ALONE',
    label: words(
      'Child left alone',
      'Дзіця без нагляду',
      'Ребёнок без присмотра',
      'Dziecko bez opieki',
      'Vaikas liko vienas',
    ),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [
      protocolTask('FIND_LAWYER', 'P0', [300, 60], LAWYER),
      protocolTask('ACCOMPANY', 'P0', [360, 180], WITH_THEM),
    ],
    needs: protocolNeeds({ 'CHD-CARE': 200, 'LEG-ADVICE': 40 }),
  },
  {
    code: 'RELEASE',
    label: words(
      'Release or deportation',
      'Вызваленне або высылка',
      'Освобождение или высылка',
      'Zwolnienie lub wydalenie',
      'Paleidimas ar išsiuntimas',
    ),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [
      protocolTask('MEET_ARRIVAL', 'P0', [240, 180], MEET),
      protocolTask('SHOP_FOR_ARRIVALS', 'P0', [240, 120], FIRST_THINGS),
      protocolTask('RECEPTION_SHIFT', 'P1', [360, 240], RECEPTION),
    ],
    needs: protocolNeeds({ 'REL-DAY0': 350, 'REL-HOUSING': 550 }),
  },
  {
    code: 'DEATH_IN_CUSTODY',
    label: words(
      'Death in custody',
      'Смерць за кратамі',
      'Смерть в заключении',
      'Śmierć w więzieniu',
      'Mirtis nelaisvėje',
    ),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [
      protocolTask('FIND_LAWYER', 'P0', [360, 60], LAWYER),
      protocolTask('TRANSLATE', 'P1', [1_440, 120], PAPERS),
    ],
    needs: protocolNeeds({ 'FUN-DEATH': 800, 'LEG-ADVICE': 40 }),
  },
  {
    code: 'EVACUATION',
    label: words(
      'Imminent arrest',
      'Пагроза затрымання',
      'Угроза задержания',
      'Groźba zatrzymania',
      'Gresiantis sulaikymas',
    ),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [protocolTask('SHOP_FOR_ARRIVALS', 'P1', [1_440, 120], FIRST_THINGS)],
    needs: protocolNeeds({ 'EVA-URGENT': 700 }),
  },
  {
    code: 'MEDICAL',
    label: words(
      'Life-threatening illness',
      'Пагроза жыццю',
      'Угроза жизни',
      'Zagrożenie życia',
      'Pavojus gyvybei',
    ),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [protocolTask('RESEARCH', 'P0', [180, 60], DOCTOR)],
    needs: protocolNeeds({ 'MED-URGENT': 400 }),
  },
  {
    code: 'SUICIDE_RISK',
    label: words(
      'Risk of suicide',
      'Рызыка самагубства',
      'Риск самоубийства',
      'Ryzyko samobójstwa',
      'Savižudybės pavojus',
    ),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [protocolTask('RESEARCH', 'P0', [120, 30], THERAPIST)],
    needs: protocolNeeds({ 'PSY-CRISIS': 60 }),
  },
  {
    code: 'SURGE',
    label: words('Many at once', 'Шмат адразу', 'Много сразу', 'Wielu naraz', 'Daug vienu metu'),
    priority: 'P1',
    fundKind: 'EMERGENCY',
    tasks: [
      protocolTask('RECEPTION_SHIFT', 'P1', [480, 240], RECEPTION),
      protocolTask('SHOP_FOR_ARRIVALS', 'P1', [480, 120], FIRST_THINGS),
    ],
    needs: [],
  },
];
