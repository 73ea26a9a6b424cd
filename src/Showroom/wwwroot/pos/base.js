// What every page of the till uses: texts and settings the server put into the page, money, ids.
export const $ = id => document.getElementById(id);

const given = document.querySelector('[data-texts]')?.dataset ?? { texts: '{}', settings: '{}' };
const texts = JSON.parse(given.texts);
export const settings = JSON.parse(given.settings);

export const say = (key, ...values) => values.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), texts[key] ?? key);
export const knows = key => key in texts;

/** Fen as people read them. Amounts are whole fen everywhere. */
export const yuan = fen => `${fen < 0 ? '-' : ''}¥${plain(Math.abs(fen), true)}`;
export const plain = (fen, grouped = false) => {
  const whole = Math.floor(fen / 100);
  return `${grouped ? whole.toLocaleString('en') : whole}.${String(fen % 100).padStart(2, '0')}`;
};

/** What a person typed as yuan, in fen; null when it is no amount. */
export const fenOf = text => {
  const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim());
  return parts ? +parts[1] * 100 + +(parts[2] ?? '').padEnd(2, '0') : null;
};

/** UUIDv7: time first, so that keys sort by age. */
export function newId(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let at = 5, time = now; at >= 0; at--, time = Math.floor(time / 256)) bytes[at] = time % 256;
  bytes[6] = bytes[6] & 15 | 112;
  bytes[8] = bytes[8] & 63 | 128;
  return [...bytes].map(x => x.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The secret end of an address: 144 random bits, as letters that need no quoting. */
export const newToken = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18)))).replaceAll('+', '-').replaceAll('/', '_');

export const timeOf = (at, seconds = false) => new Intl.DateTimeFormat('sv-SE', {
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', ...seconds && { second: '2-digit' }, hour12: false, timeZone: 'Asia/Shanghai',
}).format(at);

/** An element with a class and children. */
export function el(tag, style, ...children) {
  const made = document.createElement(tag);
  if (style) made.className = style;
  made.append(...children);
  return made;
}

/** Runs alone among the tabs of this device; without Web Locks (plain http) there is one tab's word for it. */
export const alone = (name, act) => navigator.locks ? navigator.locks.request(`pos.${name}`, act) : act();
