// What belongs to the sale beside its goods: discount, vouchers and card slips given so far, member, sub-centre. It goes with the cart, and survives a reload with it.
import { cart } from './cart.js';

const nothing = { discountFen: 0, tenders: [] };
const listeners = [];
let now = { ...nothing, ...JSON.parse(sessionStorage.getItem('pos.bill') ?? '{}') };

export const bill = {
  get discountFen() { return Math.min(now.discountFen, cart.totalFen); },
  get approvalId() { return now.approvalId; },
  /** Money given before the last of it: `{ kind, amountFen, reference }`. */
  get tenders() { return now.tenders; },
  get memberPhone() { return now.memberPhone; },
  get subCentre() { return now.subCentre; },
  get totalFen() { return cart.totalFen - this.discountFen; },
  get restFen() { return this.totalFen - sum(now.tenders); },
  get isEmpty() { return JSON.stringify(now) === JSON.stringify(nothing); },
  onChange: listener => listeners.push(listener),

  set: changes => change({ ...now, ...changes }),
  give: tender => change({ ...now, tenders: [...now.tenders, tender] }),
  takeBack: at => change({ ...now, tenders: now.tenders.filter((_, place) => place !== at) }),
  clear: () => change(nothing),
  get all() { return now; },
};

const sum = tenders => tenders.reduce((all, x) => all + x.amountFen, 0);

function change(next) {
  now = next;
  sessionStorage.setItem('pos.bill', JSON.stringify(now));
  for (const listener of listeners) listener();
}
