import { protocolNeeds, protocolTask, type CallOutProtocol } from '../call-out-protocol.js';
import type { Label } from '../coded-entry.js';

type MmLanguage = 'en' | 'my';
const words = (en: string, my: string): Label<MmLanguage> => ({ en, my });

/** A small set of its own: no rule of call-outs knows a country. */
export const callOutProtocols: readonly CallOutProtocol<MmLanguage>[] = [
  {
    code: 'ARREST',
    label: words('Arrest', 'ဖမ်းဆီးခြင်း'),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [
      protocolTask(
        'FIND_LAWYER',
        'P0',
        [240, 60],
        words('Find a lawyer who can begin today.', 'ယနေ့ စတင်နိုင်သော ရှေ့နေ ရှာပါ။'),
      ),
    ],
    needs: protocolNeeds({ 'LEG-LAWYER': 300, 'LIV-FOOD': 40 }),
  },
  {
    code: 'SHELTER',
    label: words('Somebody must hide', 'ပုန်းခိုရန် လိုအပ်'),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [],
    needs: protocolNeeds({ 'LIV-SHELTER': 150 }),
  },
  {
    code: 'MEDICAL',
    label: words('Life-threatening illness', 'အသက်အန္တရာယ်ရှိသော ရောဂါ'),
    priority: 'P0',
    fundKind: 'EMERGENCY',
    tasks: [
      protocolTask(
        'RESEARCH',
        'P0',
        [180, 60],
        words('Find a clinic with a free place today.', 'ယနေ့ နေရာရှိသော ဆေးခန်း ရှာပါ။'),
      ),
    ],
    needs: protocolNeeds({ 'MED-URGENT': 300 }),
  },
];
