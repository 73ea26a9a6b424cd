// The dialogs for what a sale carries beside goods and cash: voucher, card, account, discount, member.
import { $, el, fenOf, plain, say, settings, yuan } from './base.js';
import { accounts, owed } from './accounts.js';
import { bill } from './bill.js';
import { cart } from './cart.js';
import { showroom } from './catalogue.js';
import { call, link } from './link.js';
import { deviceId } from './outbox.js';
import { finish, give } from './pay.js';
import { complain, tell } from './tell.js';

function open(name, first) {
  for (const field of $(`${name}-form`).querySelectorAll('input')) field.value = '';
  $(`${name}-problem`).textContent = '';
  $(`${name}-dialog`).showModal();
  $(first).focus();
}

/** Runs `check` when the form is sent: its answer is a problem to show, or nothing when the dialog may close. */
function onSend(name, check) {
  $(`${name}-form`).addEventListener('submit', async event => {
    event.preventDefault();
    const problem = await check().catch(() => say('NoAnswerNow'));
    $(`${name}-problem`).textContent = problem ?? '';
    if (!problem) $(`${name}-dialog`).close();
  });
}

const restOf = field => $(field).value.trim() === '' ? bill.restFen : fenOf($(field).value);

export function askVoucher() {
  if (!link.isUp) { complain(say('NotOffline', say('VoucherPay'))); return; }
  $('voucher-amount').placeholder = plain(bill.restFen);
  open('voucher', 'voucher-code');
}

onSend('voucher', async () => {
  const reference = $('voucher-code').value.trim().toUpperCase(), fen = restOf('voucher-amount');
  if (!/^[A-Z0-9-]{4,40}$/.test(reference)) return say('BadVoucher');
  if (!fen) return say('BadAmount');
  if (bill.tenders.some(x => x.reference === reference)) return say('VoucherGiven', reference);
  const answer = await call(`/api/showroom/till/vouchers/${encodeURIComponent(reference)}`);
  if (!answer.ok) return say('NoAnswerNow');
  if ((await answer.json()).isUsed) return say('VoucherUsed', reference);
  give({ kind: 'Voucher', amountFen: Math.min(fen, bill.restFen), reference }); // a voucher gives no change
});

export function askCard() {
  $('card-amount').placeholder = plain(bill.restFen);
  open('card', 'card-slip');
}

onSend('card', async () => {
  const reference = $('card-slip').value.trim(), fen = restOf('card-amount');
  if (!/^[A-Za-z0-9-]{4,40}$/.test(reference)) return say('BadSlip');
  if (!fen) return say('BadAmount');
  if (fen > bill.restFen) return say('CardTooMuch', yuan(bill.restFen));
  give({ kind: 'Card', amountFen: fen, reference });
});

export function askAccount() {
  open('account', 'account-words');
  listAccounts();
}

function listAccounts() {
  const words = $('account-words').value.trim().toLowerCase(), known = accounts().filter(x => `${x.code} ${x.name}`.toLowerCase().includes(words));
  const entries = known.map(buyer => {
    const left = buyer.limitFen - owed(buyer), choose = el('button', '', el('span', '', buyer.name, el('small', '', `${buyer.code} · ${say('LimitLeft', yuan(left))}`)));
    choose.type = 'button';
    choose.disabled = left < bill.restFen;
    choose.addEventListener('click', () => { $('account-dialog').close(); finish({ kind: 'OnAccount', amountFen: bill.restFen, reference: buyer.code }, { accountCode: buyer.code }); });
    return el('li', '', choose);
  });
  $('accounts').replaceChildren(...entries);
  $('account-problem').textContent = entries.length ? '' : say('NoAccount');
}

$('account-words').addEventListener('input', listAccounts);

export function askDiscount() {
  if (cart.isEmpty) { complain(say('NothingYet')); return; }
  open('discount', 'discount-amount');
}

onSend('discount', async () => {
  const fen = fenOf($('discount-amount').value), name = $('discount-manager').value.trim(), pin = $('discount-pin').value;
  if (fen === null || fen > cart.totalFen) return say('BadDiscount', yuan(cart.totalFen));
  let approvalId;
  if (fen > settings.discountLimitFen) {
    if (!link.isUp) return say('DiscountOffline', yuan(settings.discountLimitFen));
    if (!name || !pin) return say('DiscountNeedsManager', yuan(settings.discountLimitFen));
    const answer = await call('/api/showroom/approvals', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ deviceId: await deviceId(), deed: 'Discount', name, pin }) });
    if (!answer.ok) return say('ApprovalRefused');
    approvalId = (await answer.json()).id;
  }
  bill.set({ discountFen: fen, approvalId });
  tell(fen ? say('DiscountGiven', yuan(fen)) : '');
});

export function askMember() {
  open('member', 'member-phone');
  $('member-phone').value = bill.memberPhone ?? '';
  $('member-centre').replaceChildren(new Option(say('NoSubCentre'), ''), ...showroom.subCentres.map(x => new Option(x.name, x.id, false, x.id === bill.subCentre?.id)));
}

onSend('member', async () => {
  const phone = $('member-phone').value.replaceAll(/\D/g, ''), centre = showroom.subCentres.find(x => x.id === $('member-centre').value);
  if (phone && !/^1[3-9]\d{9}$/.test(phone)) return say('BadPhone');
  bill.set({ memberPhone: phone || undefined, subCentre: centre });
});
