// The goods this till can sell, kept here so that a scan needs no link.
import { call } from './link.js';
import { isGtin, readWeighed, weighedFen } from './codes.js';
import { settings, say, plain } from './base.js';
import { all, keep, note, run } from './store.js';

let items = [], byCode = new Map(), byPlu = new Map(), version;
export const showroom = { name: '', subCentres: [] };

function index(next) {
  // Goods kept by an earlier version of this page have no sound yet; the next news brings it.
  items = next.map(item => ({ ...item, letters: (item.sound ?? '').replaceAll(' ', ''), initials: (item.sound ?? '').split(' ').map(syllable => syllable[0]).join('') }));
  byCode = new Map();
  byPlu = new Map();
  // Where a barcode was used twice the goods on sale come last and win.
  for (const item of [...items].sort((a, b) => a.isOnSale - b.isOnSale)) {
    for (const code of [item.barcode, item.code.toUpperCase()]) byCode.set(code, item);
    if (item.plu) byPlu.set(item.plu, item);
  }
}

/** What this device has; then, when the server answers, what is new. */
export async function load() {
  index(await all('catalogue'));
  ({ version, name: showroom.name, subCentres: showroom.subCentres = [] } = await note('catalogue') ?? { name: '' });
}

export async function refresh() {
  const answer = await call('/api/showroom/till/catalogue', version ? { headers: { 'If-None-Match': `"${version}"` } } : {});
  if (!answer.ok) return;
  const fresh = await answer.json();
  await run('catalogue', 'readwrite', store => { store.clear(); for (const item of fresh.items) store.put(item); });
  await keep('catalogue', { version: fresh.version, name: fresh.showroom, subCentres: fresh.subCentres });
  version = fresh.version;
  [showroom.name, showroom.subCentres] = [fresh.showroom, fresh.subCentres];
  index(fresh.items);
}

export const isEmpty = () => items.length === 0;

/** The goods behind a code: `{ item, weighed? }`, or `{ problem }` with the key of a message. */
export function find(code) {
  const item = byCode.get(code.toUpperCase());
  if (item) return { item };
  const digits = /^\d{8,}$/.test(code);
  if (digits && !isGtin(code)) return { problem: 'WrongCode' };
  const weighed = digits && readWeighed(code, settings.weighed), goods = weighed && byPlu.get(weighed.plu), priceFen = goods ? weighedFen(goods, weighed) : null;
  if (!goods || priceFen === null) return { problem: 'UnknownCode' };
  if (priceFen === 0) return { problem: 'WeighedNothing' };
  return { item: goods, weighed: { priceFen, code, label: weighed.grams === undefined ? say('PricedByScale') : say('Kilograms', (weighed.grams / 1000).toFixed(3), plain(goods.priceFen), goods.unit) } };
}

/** Goods by words of the name, by its sound or the initials of it; those on sale, best first. */
export function search(words) {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return [];
  const rank = item => {
    const name = `${item.name} ${item.unit}`.toLowerCase(), code = item.code.toLowerCase();
    if (item.initials === wanted || code === wanted) return 0;
    if (item.initials.startsWith(wanted) || item.letters.startsWith(wanted) || name.startsWith(wanted)) return 1;
    if (item.initials.includes(wanted) || item.letters.includes(wanted) || name.includes(wanted) || code.startsWith(wanted) || item.barcode.startsWith(wanted)) return 2;
    return 3;
  };
  return items.map(item => [rank(item) + (item.isOnSale ? 0 : 10), item]).filter(([place]) => place % 10 < 3)
    .sort(([a, one], [b, other]) => a - b || one.code.localeCompare(other.code)).map(([, item]) => item).slice(0, 50);
}
