/** What donors read, written for each language. */
export interface DonorTexts {
  /** To be read before the provider's page is opened. */
  readonly notices: readonly string[];
  readonly thanks: string;
  readonly receipt: {
    readonly title: string;
    readonly number: string;
    readonly date: string;
    readonly amount: string;
    readonly receivedBy: string;
    readonly note: string;
  };
  readonly statement: {
    readonly title: string;
    readonly returned: string;
    readonly total: string;
    readonly note: string;
  };
}

const TEXTS: Readonly<Record<string, DonorTexts>> = {
  en: {
    notices: [
      'Your card statement will show a neutral name and the amount.',
      'We take no cards that were issued in the countries named here. Such a payment is given back; until then it may show as pending on the statement.',
      'We keep no address of your computer and nothing about where you are.',
    ],
    thanks: 'Thank you. Your gift has arrived.',
    receipt: {
      title: 'Receipt',
      number: 'Number',
      date: 'Date',
      amount: 'Amount received',
      receivedBy: 'Received by',
      note: 'This is to confirm a voluntary gift. Nothing was given in return.',
    },
    statement: {
      title: 'Statement of gifts',
      returned: 'Returned',
      total: 'Total',
      note: 'Each line has a receipt of its own. Nothing was given in return.',
    },
  },
  be: {
    notices: [
      'У выпісцы па картцы будзе нейтральная назва і сума.',
      'Мы не прымаем карткі, выдадзеныя ў названых тут краінах. Такі плацёж вяртаецца; да таго ён можа быць бачны ў выпісцы як такі, што чакае апрацоўкі.',
      'Мы не захоўваем адрас вашага камп’ютара і нічога пра тое, дзе вы.',
    ],
    thanks: 'Дзякуй. Ваш дар атрыманы.',
    receipt: {
      title: 'Квітанцыя',
      number: 'Нумар',
      date: 'Дата',
      amount: 'Атрыманая сума',
      receivedBy: 'Атрымальнік',
      note: 'Гэтым пацвярджаецца добраахвотны дар. Узамен нічога не дадзена.',
    },
    statement: {
      title: 'Выпіска пра ахвяраванні',
      returned: 'Вернута',
      total: 'Разам',
      note: 'Кожны радок мае ўласную квітанцыю. Узамен нічога не дадзена.',
    },
  },
  ru: {
    notices: [
      'В выписке по карте будет нейтральное название и сумма.',
      'Мы не принимаем карты, выпущенные в названных здесь странах. Такой платёж возвращается; до этого он может быть виден в выписке как ожидающий обработки.',
      'Мы не храним адрес вашего компьютера и ничего о том, где вы находитесь.',
    ],
    thanks: 'Спасибо. Ваш дар получен.',
    receipt: {
      title: 'Квитанция',
      number: 'Номер',
      date: 'Дата',
      amount: 'Полученная сумма',
      receivedBy: 'Получатель',
      note: 'Настоящим подтверждается добровольный дар. Взамен ничего не предоставлено.',
    },
    statement: {
      title: 'Выписка о пожертвованиях',
      returned: 'Возвращено',
      total: 'Итого',
      note: 'У каждой строки есть своя квитанция. Взамен ничего не предоставлено.',
    },
  },
  pl: {
    notices: [
      'Na wyciągu z karty zobaczysz neutralną nazwę i kwotę.',
      'Nie przyjmujemy kart wydanych w wymienionych tu krajach. Taka płatność jest zwracana; do tego czasu może być widoczna na wyciągu jako oczekująca.',
      'Nie przechowujemy adresu Twojego komputera ani niczego o tym, gdzie jesteś.',
    ],
    thanks: 'Dziękujemy. Twój dar dotarł.',
    receipt: {
      title: 'Potwierdzenie',
      number: 'Numer',
      date: 'Data',
      amount: 'Otrzymana kwota',
      receivedBy: 'Odbiorca',
      note: 'Niniejszym potwierdzamy dobrowolny dar. Nic nie otrzymano w zamian.',
    },
    statement: {
      title: 'Zestawienie darów',
      returned: 'Zwrócono',
      total: 'Razem',
      note: 'Każdy wiersz ma własne potwierdzenie. Nic nie otrzymano w zamian.',
    },
  },
  lt: {
    notices: [
      'Kortelės išraše matysite neutralų pavadinimą ir sumą.',
      'Nepriimame kortelių, išduotų čia išvardytose šalyse. Toks mokėjimas grąžinamas; iki tol išraše jis gali būti matomas kaip laukiantis.',
      'Nesaugome jūsų kompiuterio adreso ir nieko apie tai, kur esate.',
    ],
    thanks: 'Ačiū. Jūsų dovana gauta.',
    receipt: {
      title: 'Kvitas',
      number: 'Numeris',
      date: 'Data',
      amount: 'Gauta suma',
      receivedBy: 'Gavėjas',
      note: 'Patvirtiname savanorišką dovaną. Mainais nieko nebuvo suteikta.',
    },
    statement: {
      title: 'Dovanų išrašas',
      returned: 'Grąžinta',
      total: 'Iš viso',
      note: 'Kiekviena eilutė turi atskirą kvitą. Mainais nieko nebuvo suteikta.',
    },
  },
};

/** The texts of a language; English where we have none. */
export function donorTexts(locale: string): DonorTexts {
  const texts = (Object.hasOwn(TEXTS, locale) ? TEXTS[locale] : undefined) ?? TEXTS['en'];
  if (texts === undefined) throw new Error('English is missing');
  return texts;
}
