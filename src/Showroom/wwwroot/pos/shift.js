// The shift this till's sales go to. It can be opened without a link: under a leave that the server signed while there was one.
import { newId, settings } from './base.js';
import { call } from './link.js';
import { deviceId } from './outbox.js';
import { get, keep, note, put, remove } from './store.js';

const listeners = [], news = 'BroadcastChannel' in self ? new BroadcastChannel('pos.shift') : null;
let current, till = {};
if (news) news.onmessage = () => loadShift(); // another page of this till opened one

export const shift = {
  /** `{ id, cashier, openedAt, floatFen, pending? }`; pending until the server has the opening. */
  get current() { return current; },
  /** The number people see; unknown until the first sale is on the books. */
  get terminal() { return till.terminal; },
  onChange: listener => listeners.push(listener),
};

/** What this device knows. */
export async function loadShift() {
  const before = current?.id;
  [current, till] = [await get('shift', 'current'), await note('till') ?? {}];
  if (before !== current?.id) tell();
}

async function changed() {
  await loadShift();
  news?.postMessage('changed');
}

/** What the server says: the till's shift, and a fresh leave to open the next one. */
export async function refreshShift() {
  const answer = await call(`/api/showroom/till?deviceId=${await deviceId()}`);
  if (!answer.ok) return;
  const { terminal, shift: open, token, tokenUntil } = await answer.json();
  await keep('till', { terminal, token, tokenUntil });
  // One that the server has not heard of yet is the newer word; one that a sale opened has no float and no cashier yet.
  if (!(await get('shift', 'current'))?.pending) await (open?.isOpened ? put('shift', { key: 'current', ...open }) : remove('shift', 'current'));
  await changed();
  tell();
}

/** Whether this device may open a shift now, as far as it can know. */
export const mayOpen = (isUp, now = Date.now()) => isUp || !!till.token && now < Date.parse(till.tokenUntil);

/** Opens a shift here; its opening goes to the server ahead of its sales. */
export async function openShift(floatFen, now = Date.now()) {
  await put('shift', { key: 'current', id: newId(now), cashier: settings.cashier, openedAt: new Date(now).toISOString(), floatFen, pending: true, token: till.token });
  await changed();
}

/** Sends an opening that waits; throws when no answer came. Its sales need not wait for it: each names the shift. */
export async function sendOpening() {
  const opened = await get('shift', 'current');
  if (!opened?.pending) return true;
  const { id, floatFen, openedAt, token } = opened, body = { deviceId: await deviceId(), id, floatFen };
  let answer = await post({ ...body, ...token && { openedAt, token } });
  // The leave had run out or is another till's: whoever is signed in now answers for the drawer.
  if (answer.status === 409 && /^shift\.token-/.test((await answer.clone().json().catch(() => ({}))).code)) answer = await post(body);
  if (answer.ok) await put('shift', { key: 'current', ...await answer.json(), id, floatFen, pending: undefined });
  else if (answer.status === 409) await remove('shift', 'current'); // another one is open on the books: the next sales go there
  else return answer.status !== 401 && answer.status !== 403;
  await refreshShift();
  return true;
}

const post = body => call('/api/showroom/shifts', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': body.id }, body: JSON.stringify(body) });

function tell() { for (const listener of listeners) listener(); }
