// Paid by scan: the server opens a payment, the customer scans its code, the till hears of the money. What came of it may stay unknown for a while; then it is
// asked for, never opened a second time. A reload goes on where it was.
import { $, newId, say, yuan } from './base.js';
import { bill } from './bill.js';
import { cart } from './cart.js';
import { call, link } from './link.js';
import { deviceId } from './outbox.js';
import { finish, whenReady } from './pay.js';
import { mirror } from './mirror.js';
import { note } from './store.js';
import { complain, tell } from './tell.js';

const patience = 60_000, dialog = $('scan-pay-dialog');
let payment, stream, timer;

/** Only with a link: whoever cannot hear of the money cannot know that it came. */
export function payByScan() {
  if (!link.isUp) { complain(say('NotOffline', say('ScanPay'))); return undefined; }
  return whenReady(async () => {
    if (bill.restFen === 0) return finish();
    // The key is written down before the question: a lost answer is asked again under it and opens nothing twice.
    return begin({ key: newId(), fen: bill.restFen, since: Date.now() });
  });
}

/** After a reload: the payment that was open goes on, with the cart it is for. */
export async function resumeScan() {
  dropLater();
  const kept = JSON.parse(sessionStorage.getItem('pos.scanPay') ?? 'null');
  if (!kept) return;
  const last = await note('last');
  if (kept.id && last?.slip.tenders.some(x => x.reference === kept.id)) { keep(null); cart.clear(); bill.clear(); } // its sale was written, then the page went away
  else if (!cart.isEmpty && kept.fen === bill.restFen) begin(kept);
  else { keep(null); dropLater(kept.id); }
}

/** Payments this till turned away from without the server hearing of it: told as soon as there is a link, so that money that came goes back. */
async function dropLater(id) {
  const waiting = [...new Set([...JSON.parse(localStorage.getItem('pos.scanDrop') ?? '[]'), ...id ? [id] : []])];
  localStorage.setItem('pos.scanDrop', JSON.stringify(waiting));
  for (const one of waiting) {
    try {
      const answer = await post(`${one}/cancellation`);
      if (answer.ok || answer.status === 404 || answer.status === 409) localStorage.setItem('pos.scanDrop', JSON.stringify(JSON.parse(localStorage.getItem('pos.scanDrop')).filter(x => x !== one)));
    } catch { return; }
  }
}
link.onChange(up => { if (up) dropLater(); });

const post = (path, options = {}) => call(`/api/showroom/scan-payments${path ? `/${path}` : ''}`, { method: 'POST', ...options });

function keep(next) {
  payment = next;
  if (next) sessionStorage.setItem('pos.scanPay', JSON.stringify(next)); else sessionStorage.removeItem('pos.scanPay');
}

async function begin(wanted) {
  keep(wanted);
  $('scan-pay-due').textContent = yuan(wanted.fen);
  $('scan-pay-code').hidden = true;
  show('ScanAsking');
  for (const button of ['scan-pay-ask', 'scan-pay-other']) $(button).disabled = false;
  dialog.showModal();
  clearTimeout(timer);
  timer = setTimeout(() => { if (payment?.key === wanted.key) show('ScanSlow'); }, Math.max(0, patience - (Date.now() - wanted.since)));
  if (wanted.id) { follow(); ask(); } else await open();
}

async function open() {
  const { key, fen } = payment;
  try {
    const answer = await post('', { headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key }, body: JSON.stringify({ deviceId: await deviceId(), amountFen: fen }) });
    if (payment?.key !== key) return;
    if (!answer.ok) { const { title } = await answer.json().catch(() => ({})); close(); complain(say('ScanRefused', title ?? answer.status)); return; }
    keep({ ...payment, id: (await answer.json()).id });
    follow();
  } catch { if (payment?.key === key) show('ScanUnknown'); }
}

function follow() {
  stream?.close();
  stream = new EventSource(`/live/scan-payments/${payment.id}`);
  stream.addEventListener('payment', event => hear(JSON.parse(event.data)));
  stream.onerror = () => { if (payment) show('ScanUnknown'); }; // it connects again by itself and then tells how things stand
}

function hear(news) {
  if (!payment || news.id !== payment.id) return undefined;
  if (news.state === 'Paid') return paid();
  if (['Closed', 'Dropped', 'SentBack'].includes(news.state)) { close(); complain(say(`Scan${news.state}`)); return undefined; }
  if (news.payUrl && $('scan-pay-code').hidden) {
    $('scan-pay-code').src = `/api/showroom/scan-payments/${news.id}/code.svg`;
    $('scan-pay-code').hidden = false;
    mirror($('scan-pay-code').src);
  }
  show(news.isUnknown ? 'ScanUnknown' : !news.payUrl ? 'ScanAsking' : Date.now() - payment.since > patience ? 'ScanSlow' : 'ScanOpen');
  return undefined;
}

async function paid() {
  const { id, fen, isPaid } = payment;
  if (isPaid) return;
  keep({ ...payment, isPaid: true });
  close(false);
  await finish({ kind: 'ScanToPay', amountFen: fen, reference: id });
  keep(null); // only now: the sale is on the disk
}

async function ask() {
  if (!payment.id) { await open(); return; }
  show('ScanQuestion');
  try {
    const answer = await post(`${payment.id}/questions`);
    if (answer.ok) hear(await (await call(`/api/showroom/scan-payments/${payment.id}`)).json());
  } catch { show('ScanUnknown'); }
}

/** Another way to pay: the server is told first, so that money that comes all the same goes back. */
async function turnAway() {
  if (!payment) return;
  const { id } = payment;
  if (!id) { close(); return; }
  $('scan-pay-other').disabled = true;
  try {
    const answer = await post(`${id}/cancellation`);
    if (!answer.ok && ![404, 409].includes(answer.status)) throw new Error(answer.status);
    if (payment?.id === id) { close(); tell(say('ScanTurnedAway')); }
  } catch {
    close();
    dropLater(id);
    complain(say('ScanTurnedAwayLater'));
  } finally { $('scan-pay-other').disabled = false; }
}

function close(forget = true) {
  clearTimeout(timer);
  stream?.close();
  dialog.close();
  mirror();
  if (forget) keep(null);
}

const show = key => { $('scan-pay-message').textContent = say(key); dialog.dataset.state = key; };

$('scan-pay-ask').addEventListener('click', ask);
$('scan-pay-other').addEventListener('click', turnAway);
dialog.addEventListener('cancel', event => { event.preventDefault(); turnAway(); });
