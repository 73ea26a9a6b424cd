// Which key does what. The house's choice can be changed for this device; F5, F11 and F12 stay with the browser, and no key with a printed letter is ever one.
const usual = { help: 'F1', focus: 'F2', find: 'F3', hold: 'F4', scanPay: 'F6', cash: 'F7', voucher: 'F8', account: 'F9', member: 'F10' };
export const allowed = Object.values(usual);

export function chosenKeys() {
  try {
    const chosen = { ...usual, ...JSON.parse(localStorage.getItem('pos.keys') ?? '{}') };
    return isWhole(chosen) ? chosen : usual;
  } catch { return usual; }
}

/** Every deed has a key of its own, and only keys that are free. */
export const isWhole = chosen => Object.keys(chosen).length === allowed.length && new Set(Object.values(chosen)).size === allowed.length && Object.values(chosen).every(x => allowed.includes(x));

export const chooseKeys = chosen => localStorage.setItem('pos.keys', JSON.stringify(chosen));
