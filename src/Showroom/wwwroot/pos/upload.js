// Sends what waits, one at a time, oldest first. Sending twice is safe: the key and the number of a sale never change.
import { alone, say } from './base.js';
import { beat, call, link } from './link.js';
import { asOffline, delay, inOutbox, mark, settle } from './outbox.js';
import { sendOpening } from './shift.js';

let wait = 1, notBefore = 0;
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
    try { answer = await send(sale); } catch {
      if (!await beat()) { backOff(); return; }
      await delay(sale, say('NoAnswer')); // the server is there, this sale is stuck: the next one goes on
      continue;
    }
    if (answer.status === 401 || answer.status === 403) { // about the person, not about the sale
      askSignIn();
      return;
    }
    [wait, notBefore, upload.needsSignIn] = [1, 0, false];
    if (!await take(sale, answer)) return;
  }
});

const send = sale => call('/api/showroom/sales', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': sale.id }, body: JSON.stringify(sale.body) });

function askSignIn() {
  upload.needsSignIn = true;
  for (const listener of listeners) listener();
}

/** What the answer means for the sale; false ends the round. */
async function take(sale, answer) {
  const said = await answer.json().catch(() => null), isOurs = /json/.test(answer.headers.get('Content-Type'));
  // Only an answer that shows the sale on the books removes it: not half an answer, and not the friendly page of somebody's network.
  if (answer.ok && said?.id && said.number) {
    await settle(sale, said);
    for (const listener of listeners) listener(sale, said);
    return true;
  }
  if (answer.ok || !isOurs || answer.status >= 500 || [404, 408, 425, 429].includes(answer.status)) {
    await delay(sale, answer.ok ? say('NotOurAnswer') : String(answer.status));
    if (!link.isUp || answer.status === 429) { backOff(); return false; }
    return true;
  }
  // A refusal does not undo a sale that has happened. Sent as one of a till without a link, it is taken, and what does not fit becomes a task.
  if (!sale.body.offline) { await asOffline(sale); setTimeout(flush, 0, true); return true; }
  await mark(sale, { status: answer.status, code: said?.code ?? '', text: said?.detail ?? said?.title ?? String(answer.status) });
  return true;
}

function backOff() {
  notBefore = Date.now() + wait * 1000;
  wait = Math.min(60, wait * 2);
}

export function startUploads() {
  flush(true);
  setInterval(flush, 5000);
  addEventListener('online', () => flush(true));
  link.onChange(up => up && flush(true));
}
