// Sends what waits, one at a time, oldest first. Sending twice is safe: the key and the number of a sale never change.
import { alone } from './base.js';
import { beat, call, link } from './link.js';
import { delay, inOutbox, mark, settle } from './outbox.js';
import { sendOpening } from './shift.js';

let again = 1, notBefore = 0;
const listeners = [];
export const onUploaded = listener => listeners.push(listener);
export const upload = { needsSignIn: false };

/** One round over the queue. */
export const flush = (eager = false) => alone('upload', async () => {
  if (!eager && Date.now() < notBefore) return;
  try { if (!await sendOpening()) { askSignIn(); return; } } catch { if (!await beat()) { backOff(); return; } }
  for (const sale of await inOutbox()) {
    if (sale.problem || sale.next > Date.now()) continue;
    let answer;
    try {
      answer = await call('/api/showroom/sales', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': sale.id }, body: JSON.stringify(sale.body) });
    } catch {
      if (!await beat()) { backOff(); return; }
      await delay(sale, 'no answer'); // the server is there, this sale is stuck: the next one goes on
      continue;
    }
    if (answer.status === 401 || answer.status === 403) { // about the person, not about the sale
      askSignIn();
      return;
    }
    [again, notBefore, upload.needsSignIn] = [1, 0, false];
    if (!await take(sale, answer)) return;
  }
});

function askSignIn() {
  upload.needsSignIn = true;
  for (const listener of listeners) listener();
}

/** What the answer means for the sale; false ends the round. */
async function take(sale, answer) {
  if (answer.ok) {
    const recorded = await answer.json().catch(() => null);
    if (recorded === null) { await delay(sale, 'half an answer'); return true; } // cut off on the way: asked for again
    await settle(sale, recorded);
    for (const listener of listeners) listener(sale, recorded);
    return true;
  }
  const said = await answer.json().catch(() => ({}));
  if (answer.status >= 500 || [408, 425, 429].includes(answer.status)) {
    await delay(sale, String(answer.status));
    if (!link.isUp || answer.status === 429) { backOff(); return false; }
    return true;
  }
  await mark(sale, { status: answer.status, code: said.code ?? '', text: said.detail ?? said.title ?? String(answer.status) });
  return true;
}

function backOff() {
  notBefore = Date.now() + again * 1000;
  again = Math.min(60, again * 2);
}

export function startUploads() {
  flush(true);
  setInterval(flush, 5000);
  addEventListener('online', () => flush(true));
  link.onChange(up => up && flush(true));
}
