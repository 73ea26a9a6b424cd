// Taking money. A sale is written down before anything else happens; what comes after may fail.
import { newToken, say, yuan } from './base.js';
import { bill } from './bill.js';
import { askCash } from './cash.js';
import { cart } from './cart.js';
import { showroom } from './catalogue.js';
import { link } from './link.js';
import { askShift } from './open-shift.js';
import { lastSeen, standing, write } from './outbox.js';
import { shift } from './shift.js';
import { printSlip, slipOf } from './slip.js';
import { complain, tell } from './tell.js';
import { flush } from './upload.js';

const listeners = [];
let busy = false, storageAway = () => {};
export const onPaid = listener => listeners.push(listener);
export const onStorageAway = listener => { storageAway = listener; };

/** Runs `act` when money may be taken: goods are there, this till is not full, and a shift is open. */
export function whenReady(act) {
  if (cart.isEmpty) { complain(say('NothingYet')); return; }
  if (bill.restFen < 0) { complain(say('GivenTooMuch', yuan(-bill.restFen))); return; }
  if (standing(lastSeen()).isFull) { complain(say('OfflineFull')); return; }
  if (!shift.current) { askShift(() => { flush(true); whenReady(act); }); return; } // a sale carries its shift from the moment it is made
  return act();
}

export const payCash = () => whenReady(() => askCash(bill.restFen, given => finish({ kind: 'Cash', amountFen: given })));

/** Adds money that is not the last of it; when nothing is left to pay, the sale is done. */
export function give(tender) {
  bill.give(tender);
  if (bill.restFen === 0) return finish();
  tell(say('StillDue', yuan(bill.restFen)));
}

/** Ends the sale with its last tender; without one, what was given before is enough. */
export async function finish(last, more = {}) {
  if (busy || cart.isEmpty) return;
  busy = true;
  try {
    const { lines } = cart, { totalFen, restFen, discountFen, approvalId, memberPhone, subCentre } = bill;
    const tenders = [...bill.tenders, ...last ? [last] : []], changeFen = last?.kind === 'Cash' ? last.amountFen - restFen : 0, receiptToken = newToken();
    const sale = await write({
      lines: lines.map(({ skuId, barcode, quantity, priceFen, name }) => ({ ...barcode ? { barcode } : { skuId }, quantity, priceFen, name })), totalFen, offline: !link.isUp, shiftId: shift.current.id,
      // A sale of nothing but gifts (0 fen) still names its tender: one fen given is one fen of change.
      tenders: tenders.map(x => ({ ...x, amountFen: Math.max(1, x.amountFen) })), ...discountFen && { discountFen }, ...approvalId && { approvalId }, ...memberPhone && { memberPhone },
      ...subCentre && { subCentreId: subCentre.id }, ...more, receiptToken, slip: slipOf(lines, { link: `${location.origin}/r/${receiptToken}`, totalFen, discountFen, tenders, changeFen, showroom: showroom.name, memberPhone }),
    });
    cart.clear();
    bill.clear();
    tell(say(link.isUp ? 'Paid' : 'PaidOffline', yuan(changeFen)));
    for (const listener of listeners) listener(sale);
    if (localStorage.getItem('pos.auto') === 'true') printSlip(sale.slip);
  } catch (error) { storageAway(); throw error; } finally { busy = false; }
  flush();
}
