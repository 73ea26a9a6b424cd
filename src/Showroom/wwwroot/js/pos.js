// The till. Amounts are whole fen. A sale is written to this device before it is sent, with a number and a key that never change,
// so sending it again can only find the first one. Texts come from the server in data-texts.
import { paperSelect, print } from './receipt.js';

const $ = id => document.getElementById(id);
const texts = JSON.parse($('till').dataset.texts);
const say = (key, ...values) => values.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), texts[key] ?? key);
const yuan = fen => `${fen < 0 ? '-' : ''}¥${Math.floor(Math.abs(fen) / 100).toLocaleString('en')}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
const fenOf = text => { const m = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim()); return m ? +m[1] * 100 + +(m[2] ?? '').padEnd(2, '0') : null; };
const most = 9999, mostLines = 200;

const code = $('code'), message = $('message');
let cart = [], current = -1, multiplier = 1, escapes = 0, work = Promise.resolve();
const seen = new Map();

// ---- what this device keeps -------------------------------------------------------------------------------------
const keep = (key, value) => localStorage.setItem(`pos.${key}`, JSON.stringify(value));
const kept = (key, otherwise) => JSON.parse(localStorage.getItem(`pos.${key}`) ?? 'null') ?? otherwise;
// Two tabs of one device must not take the same number; without Web Locks (plain http) there is one tab's word for it.
const alone = (name, act) => navigator.locks ? navigator.locks.request(`pos.${name}`, act) : act();

function uuid() {
  const b = crypto.getRandomValues(new Uint8Array(16)); // randomUUID exists on https only
  b[6] = b[6] & 15 | 64; b[8] = b[8] & 63 | 128;
  const hex = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// ---- the cart ---------------------------------------------------------------------------------------------------
const total = () => cart.reduce((sum, line) => sum + line.priceFen * line.quantity, 0);

function tell(text, tone) { message.textContent = text; message.dataset.tone = tone ?? 'info'; if (tone === 'error') beep(); }

function beep() {
  try {
    const audio = beep.audio ??= new AudioContext(), tone = audio.createOscillator(), gain = audio.createGain();
    tone.frequency.value = 220; gain.gain.value = .1; tone.connect(gain).connect(audio.destination); tone.start(); tone.stop(audio.currentTime + .25);
  } catch { /* a till without sound still shows the message */ }
}

function cell(content, style) { const td = document.createElement('td'); td.append(content); if (style) td.className = style; return td; }

function button(sign, label, act, at) {
  const made = document.createElement('button');
  Object.assign(made, { type: 'button', className: 'till-small', textContent: sign });
  made.setAttribute('aria-label', label); made.dataset.line = act; made.dataset.at = at;
  return made;
}

function draw() {
  const rows = cart.map((line, at) => {
    const row = document.createElement('tr'), tools = document.createElement('span');
    if (at === current) row.className = 'till-current';
    row.dataset.at = at;
    tools.append(button('−', say('LessOf', line.name), 'less', at), button('+', say('MoreOf', line.name), 'more', at), button('×', say('RemoveOf', line.name), 'remove', at));
    row.append(cell(String(at + 1)), cell(line.name), cell(yuan(line.priceFen), 'r'), cell(String(line.quantity), 'r'), cell(yuan(line.priceFen * line.quantity), 'r'), cell(tools, 'till-tools'));
    return row;
  });
  if (rows.length === 0) { const row = document.createElement('tr'), only = cell(say('Empty'), 'till-empty'); only.colSpan = 6; row.append(only); rows.push(row); }
  $('lines').replaceChildren(...rows);
  $('lines').querySelector('.till-current')?.scrollIntoView({ block: 'nearest' });
  $('due').textContent = yuan(total());
  $('pieces').textContent = say('Pieces', cart.reduce((sum, line) => sum + line.quantity, 0));
  sessionStorage.setItem('pos.cart', JSON.stringify(cart));
}

function setQuantity(at, quantity) {
  if (at < 0 || at >= cart.length) return;
  if (quantity > most) { tell(say('QuantityRange'), 'error'); return; }
  if (quantity < 1) { cart.splice(at, 1); current = Math.min(at, cart.length - 1); } else { cart[at].quantity = quantity; current = at; }
  draw();
}

function add(item, quantity) {
  const at = cart.findIndex(line => line.skuId === item.skuId);
  if (at < 0 && cart.length >= mostLines) { tell(say('TooManyLines'), 'error'); return; }
  if (at >= 0 && cart[at].quantity + quantity > most) { tell(say('QuantityRange'), 'error'); return; }
  if (at >= 0) { cart[at].quantity += quantity; current = at; } else { cart.push({ skuId: item.skuId, name: item.name, priceFen: item.priceFen, quantity }); current = cart.length - 1; }
  tell(item.isOnSale === false ? say('OffSale', item.name) : '');
  draw();
}

// ---- scan and search --------------------------------------------------------------------------------------------
async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(5000) });
  online(true);
  if (answer.status === 401) location.assign(`/login?returnUrl=${encodeURIComponent('/pos')}`);
  return answer;
}

async function enter(typed) {
  const only = /^(\d{1,4})\*$/.exec(typed), change = /^\*(\d{1,4})$/.exec(typed), times = /^(\d{1,4})\*(.+)$/.exec(typed);
  if (only) { multiplier = Math.max(1, +only[1]); tell(say('Multiplier', multiplier)); return; }
  if (change) { if (+change[1] > 0) setQuantity(current, +change[1]); return; }
  const quantity = times ? Math.max(1, +times[1]) : multiplier, wanted = (times ? times[2] : typed).trim();
  multiplier = 1;
  if (!wanted) return;
  const known = seen.get(wanted);
  if (known && Date.now() - known.at < 300000) { add(known.item, quantity); return; }
  try {
    if (/^\d+$/.test(wanted) || /^[A-Za-z]\d[\w-]*$/.test(wanted)) await look(wanted, quantity); else await search(wanted, quantity);
  } catch { online(false); tell(say('NetworkLost'), 'error'); }
}

async function look(wanted, quantity) {
  const answer = await ask(`/api/showroom/shelf-items?code=${encodeURIComponent(wanted)}`);
  if (answer.ok) { const item = await answer.json(); seen.set(wanted, { item, at: Date.now() }); add(item, quantity); }
  else if (answer.status === 400) tell(say('WrongCode', wanted), 'error');
  else if (answer.status === 404) tell(say('UnknownCode', wanted), 'error');
  else tell(say('NetworkLost'), 'error');
}

async function search(wanted, quantity) {
  const answer = await ask(`/api/catalog/products?q=${encodeURIComponent(wanted)}&pageSize=10`);
  if (!answer.ok) { tell(say(answer.status === 400 ? 'NotFound' : 'NetworkLost', wanted), 'error'); return; }
  const found = (await answer.json()).items.flatMap(product => product.skus.map(sku => ({ skuId: sku.id, name: `${product.name} ${sku.name}`, priceFen: sku.priceFen })));
  if (found.length === 0) { tell(say('NotFound', wanted), 'error'); return; }
  if (found.length === 1) { add(found[0], quantity); return; }
  $('found').replaceChildren(...found.slice(0, 40).map(item => {
    const entry = document.createElement('li'), choose = document.createElement('button'), price = document.createElement('b');
    choose.type = 'button'; price.textContent = yuan(item.priceFen); choose.append(item.name, price);
    choose.addEventListener('click', () => { $('find-dialog').close(); add(item, quantity); });
    entry.append(choose);
    return entry;
  }));
  $('find-dialog').showModal();
  $('found').querySelector('button').focus();
}

// ---- pay --------------------------------------------------------------------------------------------------------
function openCash() {
  if (cart.length === 0) { tell(say('NothingYet'), 'error'); return; }
  const due = total(), round = [1000, 5000, 10000].map(note => Math.ceil(due / note) * note); // what people hand over: up to the next ten, fifty, hundred
  $('cash-due').textContent = yuan(due);
  $('given').value = ''; $('given').placeholder = (due / 100).toFixed(2); $('cash-problem').textContent = '';
  $('quick').replaceChildren(...[...new Set([due, ...round])].map((amount, at) => {
    const quick = document.createElement('button');
    Object.assign(quick, { type: 'button', className: 'btn', textContent: at === 0 ? say('Exact') : yuan(amount) });
    quick.addEventListener('click', () => { $('given').value = (amount / 100).toFixed(2); showChange(); $('given').focus(); });
    return quick;
  }));
  showChange();
  $('cash-dialog').showModal();
  $('given').focus();
}

const given = () => $('given').value.trim() === '' ? total() : fenOf($('given').value);
function showChange() { const fen = given(); $('change').textContent = fen === null || fen < total() ? '—' : yuan(fen - total()); }

async function pay() {
  const fen = given(), due = total();
  const problem = fen === null ? say('BadAmount') : fen < due ? say('TooLittle', yuan(due - fen)) : '';
  $('cash-problem').textContent = problem;
  if (problem) { $('given').select(); return; }
  const lines = cart.map(line => ({ skuId: line.skuId, quantity: line.quantity, priceFen: line.priceFen }));
  // A sale of nothing but gifts (0 fen) still names its tender: one fen given is one fen of change.
  const tenders = [{ kind: 'Cash', amountFen: Math.max(1, fen) }];
  try {
    await alone('number', () => {
      const localNumber = kept('number', 0) + 1;
      keep('outbox', [...kept('outbox', []), { key: uuid(), body: { deviceId: kept('device'), localNumber, soldAt: new Date().toISOString(), lines, tenders } }]);
      keep('number', localNumber);
    });
  } catch { storageAway(); return; }
  $('cash-dialog').close();
  cart = []; current = -1; draw();
  tell(say('Paid', yuan(fen - due)));
  $('last-change').textContent = yuan(fen - due); $('last-link').textContent = ''; $('last').hidden = false;
  code.focus();
  await flush();
}

/** Sends what waits, oldest first. What the server will not take stays here for the manager and does not hold up the next. */
const flush = () => alone('flush', async () => {
  for (const sale of kept('outbox', []).filter(x => !x.problem)) {
    let answer;
    try {
      answer = await fetch('/api/showroom/sales', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': sale.key }, body: JSON.stringify(sale.body), signal: AbortSignal.timeout(8000) });
    } catch { online(false); tell(say('Kept'), 'error'); break; }
    online(true);
    if (answer.status === 401) { tell(say('SignIn'), 'error'); break; }
    if (answer.status >= 500 || answer.status === 429) { tell(say('Kept'), 'error'); break; }
    const result = await answer.json().catch(() => ({}));
    await settle(sale, answer.ok ? null : result.detail ?? String(answer.status));
    if (answer.ok) recorded(result);
  }
  count();
});

const settle = (sale, problem) => alone('number', () =>
  keep('outbox', kept('outbox', []).flatMap(x => x.key !== sale.key ? [x] : problem ? [{ ...x, problem }] : [])));

function recorded(sale) {
  keep('last', { id: sale.id, number: sale.number });
  showLast();
  $('last-change').textContent = yuan(sale.changeFen); $('last').hidden = false;
  const tasks = [...new Set(sale.tasks.map(task => say(`Task.${task.kind}`)))].join(' · ');
  tell(`${say('Paid', yuan(sale.changeFen))} · ${say('Recorded', sale.number)}${tasks ? ` · ${say('TaskNoted', tasks)}` : ''}`);
  if ($('auto-print').checked) reprint();
}

function showLast() {
  const last = kept('last', null);
  if (!last) return;
  $('last-link').textContent = last.number; $('last-link').href = `/pos/sales/${last.id}`;
  const terminal = /^PD(\d+)-/.exec(last.number);
  if (terminal) $('terminal').textContent = say('Terminal', terminal[1]);
}

async function reprint() {
  const last = kept('last', null);
  if (!last) { tell(say('NothingYet'), 'error'); return; }
  try {
    const page = await (await fetch(`/pos/sales/${last.id}`, { headers: { Accept: 'text/html' } })).text();
    const receipt = new DOMParser().parseFromString(page, 'text/html').querySelector('.receipt');
    $('print').replaceChildren(receipt);
    print(receipt);
  } catch { tell(say('NetworkLost'), 'error'); }
}

// ---- state of the link ------------------------------------------------------------------------------------------
function online(is) { document.body.classList.toggle('till-off', !is); $('net-text').textContent = say(is ? 'Online' : 'Offline'); }

function count() {
  const all = kept('outbox', []), bad = all.filter(x => x.problem), waiting = all.length - bad.length;
  $('waiting').hidden = waiting === 0; $('waiting').textContent = say('Waiting', waiting);
  if (bad.length) tell(say('Refused', bad.length, bad[0].problem), 'error');
}

function storageAway() { code.disabled = true; tell(say('StorageAway'), 'error'); }

const tick = () => { $('clock').textContent = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' }).format(); };

// ---- keys, clicks -----------------------------------------------------------------------------------------------
const deeds = {
  cash: openCash, find: () => { code.focus(); code.select(); tell(code.placeholder); }, help: () => $('help-dialog').showModal(), reprint,
  quantity: () => { code.value = '*'; code.focus(); }, remove: () => setQuantity(current, 0),
  void: () => cart.length && $('void-dialog').showModal(),
  'void-now': () => { cart = []; current = -1; multiplier = 1; draw(); tell(''); $('void-dialog').close(); },
};
const lineDeeds = { more: at => setQuantity(at, cart[at].quantity + 1), less: at => setQuantity(at, cart[at].quantity - 1), remove: at => setQuantity(at, 0) };
const select = at => { if (cart.length) { current = Math.max(0, Math.min(cart.length - 1, at)); draw(); } };

document.addEventListener('click', event => {
  const target = event.target.closest('[data-do],[data-line],[data-close],tr[data-at]');
  if (!target) return;
  if (target.dataset.do) deeds[target.dataset.do]();
  else if (target.dataset.line) lineDeeds[target.dataset.line](+target.dataset.at);
  else if (target.dataset.at) select(+target.dataset.at);
  else target.closest('dialog').close();
  if (!document.querySelector('dialog[open]')) code.focus();
});
for (const dialog of document.querySelectorAll('dialog')) dialog.addEventListener('close', () => code.focus());

document.addEventListener('keydown', event => {
  const open = document.querySelector('dialog[open]');
  if (event.key !== 'Escape') escapes = 0;
  const key = event.ctrlKey && event.key.toLowerCase() === 'p' ? 'Ctrl+P' : event.key;
  const act = { F1: deeds.help, F2: () => code.focus(), F3: deeds.find, F7: deeds.cash, 'Ctrl+P': reprint }[key];
  if (act) { event.preventDefault(); if (!open) act(); return; }
  if (open) { if (open.id === 'find-dialog') walk(event); return; }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') { code.value = ''; if (++escapes >= 2) { escapes = 0; deeds.void(); } return; }
  const empty = document.activeElement !== code || code.value === '';
  const small = empty && { ArrowUp: () => select(current - 1), ArrowDown: () => select(current + 1), '+': () => setQuantity(current, (cart[current]?.quantity ?? 0) + 1), '-': () => setQuantity(current, (cart[current]?.quantity ?? 0) - 1), Delete: deeds.remove }[event.key];
  if (small && !/^(SELECT)$/.test(document.activeElement.tagName)) { event.preventDefault(); small(); return; }
  if (event.key.length === 1 && !/^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(document.activeElement.tagName)) code.focus();
});

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], all = [...$('found').querySelectorAll('button')];
  if (!step) return;
  event.preventDefault();
  all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
}

// A scanner may type the next code while the last one is still looked up: they are taken in order.
$('scan').addEventListener('submit', event => {
  event.preventDefault();
  const typed = code.value.trim().slice(0, 60);
  code.value = '';
  if (typed) work = work.then(() => enter(typed));
});
$('cash').addEventListener('submit', event => { event.preventDefault(); pay(); });
$('given').addEventListener('input', showChange);
$('auto-print').addEventListener('change', event => keep('auto', event.target.checked));

try {
  if (!kept('device')) keep('device', uuid());
  $('auto-print').checked = kept('auto', false);
  cart = JSON.parse(sessionStorage.getItem('pos.cart') ?? '[]');
  current = cart.length - 1;
  navigator.storage?.persist?.();
  showLast();
  draw();
  flush();
} catch { storageAway(); }
paperSelect($('paper'));
tick();
setInterval(tick, 10000);
setInterval(() => { if (kept('outbox', []).some(x => !x.problem)) flush(); }, 5000);
addEventListener('online', flush);
code.focus();
document.documentElement.dataset.ready = '1';
