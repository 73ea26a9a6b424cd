// The till: scan, take money, next. Everything it needs is on this device; the link only brings news and takes sales away.
import { $, say, yuan } from './base.js';
import { loadAccounts, refreshAccounts } from './accounts.js';
import { askAccount, askCard, askDiscount, askMember, askVoucher } from './besides.js';
import { bill } from './bill.js';
import { find, isEmpty, load, refresh, search } from './catalogue.js';
import { cart } from './cart.js';
import { askGoods, askHeld } from './choose.js';
import { read } from './codes.js';
import { listen } from './keys.js';
import { draw } from './lines.js';
import { link } from './link.js';
import { hold, unhold } from './outbox.js';
import { mirror, mirrorPaid } from './mirror.js';
import { onPaid, onStorageAway, payCash, whenReady } from './pay.js';
import { payByScan, resumeScan } from './scan-to-pay.js';
import { loadShift, refreshShift } from './shift.js';
import { printSlip } from './slip.js';
import { startStatus } from './status.js';
import { keep, note } from './store.js';
import { complain, notice, tell } from './tell.js';
import { startWorker } from './update.js';
import { onUploaded, startUploads } from './upload.js';

let multiplier = 1, worker = { settle() {} };

function storageAway() {
  document.body.classList.add('till-locked');
  notice('storage', say('StorageAway'), 'error');
  $('code').disabled = true;
}

// ---- goods --------------------------------------------------------------------------------------------------------
function add(item, quantity, weighed) {
  const refused = cart.add(item, quantity, weighed);
  if (refused) complain(say(refused)); else tell(item.isOnSale ? '' : say('OffSale', item.name));
}

function enter(typed) {
  const meant = read(typed);
  if (meant.multiplier !== undefined) { multiplier = Math.max(1, meant.multiplier); tell(say('Multiplier', multiplier)); return; }
  if (meant.quantity !== undefined) { setQuantity(cart.current, Math.max(1, meant.quantity)); return; }
  if (!meant.wanted) return;
  const times = Math.max(1, meant.times ?? multiplier);
  multiplier = 1;
  if (meant.isCode) {
    const found = find(meant.wanted);
    if (found.problem) complain(say(isEmpty() ? 'NoCatalogue' : found.problem, meant.wanted)); else add(found.item, times, found.weighed);
    return;
  }
  const found = search(meant.wanted);
  if (found.length === 1) add(found[0], times);
  else if (found.length) askGoods(meant.wanted, item => add(item, times));
  else complain(say('NotFound', meant.wanted)); // nothing to choose from: the box stays free for the next code
}

function setQuantity(at, quantity) {
  const refused = cart.set(at, quantity);
  if (refused) complain(say(refused));
}

// ---- money --------------------------------------------------------------------------------------------------------
onStorageAway(storageAway);
onPaid(showLast);
onPaid(mirrorPaid);

function showLast(sale) {
  $('last').hidden = false;
  $('last-change').textContent = yuan(sale.slip.changeFen);
  $('last-link').textContent = sale.recorded?.number ?? say('LocalNumber', sale.localNumber);
  $('last-link').href = sale.recorded ? `/pos/sales/${sale.recorded.id}` : '/pos/outbox';
}

async function reprint() {
  const last = await note('last');
  if (!last) { complain(say('NothingPrinted')); return; }
  const copies = (last.copies ?? 0) + 1;
  await keep('last', { ...last, copies });
  printSlip(last.slip, last.recorded?.number, copies);
}

onUploaded(async (sale, recorded) => {
  if (!recorded) return;
  const last = await note('last');
  if (last?.id === sale.id) showLast(last);
  const tasks = [...new Set(recorded.tasks.map(task => say(`Task.${task.kind}`)))].join(' · ');
  tell([say('Recorded', recorded.number), tasks && say('TaskNoted', tasks)].filter(Boolean).join(' · '));
});

// ---- hold, recall, cancel -----------------------------------------------------------------------------------------
async function holdOrRecall() {
  if (!cart.isEmpty) {
    await hold(cart.lines, bill.all);
    cart.clear();
    bill.clear();
    tell(say('Held'));
  } else if (!await askHeld(async sale => { await unhold(sale.id); cart.take(sale.lines); bill.set(sale.bill ?? {}); $('code').focus(); })) {
    complain(say('NothingHeld'));
  }
}

const deeds = {
  cash: payCash, scanPay: payByScan, voucher: () => whenReady(askVoucher), account: () => whenReady(askAccount), card: () => whenReady(askCard),
  discount: askDiscount, member: askMember,
  find: () => askGoods($('code').value, item => { $('code').value = ''; add(item, multiplier); multiplier = 1; }), hold: holdOrRecall, reprint, help: () => $('help-dialog').showModal(),
  focus: () => $('code').focus(), quantity: () => { $('code').value = '*'; $('code').focus(); }, remove: () => cart.set(cart.current, 0),
  more: (at = cart.current) => setQuantity(at, cart.lines[at]?.quantity + 1), less: (at = cart.current) => setQuantity(at, cart.lines[at]?.quantity - 1), removeAt: at => cart.set(at, 0),
  up: () => cart.select(cart.current - 1), down: () => cart.select(cart.current + 1), select: at => cart.select(at),
  cancel: () => cart.isEmpty || $('void-dialog').showModal(),
  cancelNow: () => { cart.clear(); bill.clear(); multiplier = 1; tell(); $('void-dialog').close(); },
};

// ---- start --------------------------------------------------------------------------------------------------------
$('scan').addEventListener('submit', event => {
  event.preventDefault();
  const typed = $('code').value.trim().slice(0, 60);
  $('code').value = '';
  if (typed) enter(typed);
});
for (const change of [cart.onChange, bill.onChange]) { change(draw); change(() => mirror()); }
cart.onChange(() => worker.settle());
draw();
mirror();
listen(deeds);
try {
  await load();
  await loadShift();
  await loadAccounts();
  const last = await note('last');
  if (last) showLast(last);
  startStatus();
  startUploads();
  const news = () => Promise.all([refresh(), refreshShift(), refreshAccounts()]).catch(() => { /* next time; what is here will do */ });
  const first = news();
  if (isEmpty()) { await first; if (isEmpty()) complain(say('NoCatalogue')); } // a new device sells nothing before it knows its goods
  setInterval(() => { if (link.isUp) news(); }, 120_000);
  if (new URLSearchParams(location.search).has('away')) complain(say('PageAway'));
} catch { storageAway(); }
worker = startWorker(() => cart.isEmpty && !document.querySelector('dialog[open]') && !$('code').value);
$('code').focus();
resumeScan();
navigator.storage?.persist?.(); // a browser may clear what it was not asked to keep; the set-up page shows what it said
document.documentElement.dataset.ready = '1';
