import constructorSize from './constructor-size.mjs';
import noFloatMoney from './no-float-money.mjs';
import noPersonalData from './no-personal-data.mjs';
import noProcessEnv from './no-process-env.mjs';
import requirePermission from './require-permission.mjs';

/** The house's own rules as an ESLint plugin; eslint.config.mjs switches each of them on. */
export default {
  meta: { name: 'kinward' },
  rules: {
    'constructor-size': constructorSize,
    'no-float-money': noFloatMoney,
    'no-personal-data': noPersonalData,
    'no-process-env': noProcessEnv,
    'require-permission': requirePermission,
  },
};
