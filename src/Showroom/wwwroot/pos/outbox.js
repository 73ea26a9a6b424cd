// The sales this device has made and the server has not taken yet. A sale stays until the server has said that it stands.
import { newId, settings } from './base.js';
import { all, get, put, remove, run } from './store.js';

const news = 'BroadcastChannel' in self ? new BroadcastChannel('pos.outbox') : null;
const listeners = [];
let seen = [];
if (news) news.onmessage = () => tell(false);

function tell(others = true) {
  for (const listener of listeners) listener();
  if (others) news?.postMessage('changed');
}

export const onOutbox = listener => listeners.push(listener);

export async function deviceId() {
  const known = await get('meta', 'device');
  if (known) return known.value;
  // Two tabs that start at once must agree: add fails for the second, which then reads the first one's.
  const value = newId();
  try { await run('meta', 'readwrite', store => store.add({ key: 'device', value })); return value; }
  catch { return (await get('meta', 'device')).value; }
}

/** Writes a sale down, with the next number of this device, in one transaction; when this answers, the disk has it. */
export async function write({ slip, ...sold }, now = Date.now()) {
  const device = await deviceId(), id = newId(now);
  const made = await run(['outbox', 'meta'], 'readwrite', (outbox, meta) => {
    const result = {};
    meta.get('number').onsuccess = event => {
      const localNumber = (event.target.result?.value ?? 0) + 1;
      const body = { deviceId: device, localNumber, soldAt: new Date(now).toISOString(), ...sold }, { totalFen, offline } = sold;
      result.value = { id, localNumber, at: now, body, slip: { ...slip, localNumber, at: now, offline }, totalFen, offline, tries: 0, next: 0 };
      meta.put({ key: 'number', value: localNumber });
      const { body: _, ...shown } = result.value; // what a reprint needs, and no member's number for longer than it must be here
      meta.put({ key: 'last', value: shown });
      outbox.add(result.value);
    };
    return result;
  });
  tell();
  return made;
}

/** All that is here, oldest first: by the device's own count, which no clock can turn round. */
export async function inOutbox() { return seen = (await all('outbox')).sort((a, b) => a.localNumber - b.localNumber); }

/** The same as it was a moment ago, for what cannot wait: a key that opens a dialog must open it before the next key comes. */
export const lastSeen = () => seen;

/** The server has it. */
export async function settle(sale, recorded) {
  await run(['outbox', 'meta'], 'readwrite', (outbox, meta) => {
    outbox.delete(sale.id);
    meta.get('last').onsuccess = event => {
      const last = event.target.result?.value;
      if (last?.id === sale.id) meta.put({ key: 'last', value: { ...last, recorded } });
    };
  });
  tell();
}

/** The server will not take it as it is: it stays, for a person to look at. */
export const mark = (sale, problem) => change(sale, { problem });
/** The server had trouble with this one: later again, the others go on. */
export const delay = (sale, reason) => change(sale, { tries: sale.tries + 1, next: Date.now() + 1000 * Math.min(60, 2 ** sale.tries), reason });
/** The server cannot take it as one of a till with a link: it will as one of a till without. */
export const asOffline = sale => change(sale, { body: { ...sale.body, offline: true }, next: 0 });
export const retry = sale => change(sale, { problem: undefined, next: 0, tries: 0 });

async function change(sale, changes) {
  await run('outbox', 'readwrite', store => { store.get(sale.id).onsuccess = event => { if (event.target.result) store.put({ ...event.target.result, ...changes }); }; });
  tell();
}

const stuckAfter = 5;
export const isStuck = sale => !!sale.problem || sale.tries >= stuckAfter;

/** How far the sales that wait have used up what a till may take without a link. */
export function standing(sales, now = Date.now()) {
  // One that the server answers and does not take is stuck: it is looked at, still tried, and stops nobody from selling.
  const waiting = sales.filter(x => !isStuck(x)), { hours, count, fen, warnHours } = settings.limits;
  const age = waiting.length ? (now - Math.min(...waiting.map(x => x.at))) / 3_600_000 : 0, sum = waiting.reduce((all, x) => all + x.totalFen, 0);
  const used = Math.max(age / hours, waiting.length / count, sum / fen);
  return { waiting: waiting.length, problems: sales.length - waiting.length, hours: Math.floor(age), fen: sum, isFull: used >= 1, isNear: used >= .5 || age >= warnHours };
}

export const hold = (lines, bill) => put('held', { id: newId(), at: Date.now(), lines, bill });
export const heldSales = () => all('held');
export const unhold = id => remove('held', id);
