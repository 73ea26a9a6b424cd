// Tells the customer's screen what is rung up. It holds no more than the customer may see.
import { bill } from './bill.js';
import { cart } from './cart.js';

const screen = 'BroadcastChannel' in self ? new BroadcastChannel('pos.customer') : null;
const plainLines = lines => lines.map(({ name, quantity, priceFen }) => ({ name, quantity, priceFen }));
let last;

/** `code` is the address of a picture to scan, while a payment by scan is waited for. */
export function mirror(code) { tell({ lines: plainLines(cart.lines), dueFen: bill.restFen, discountFen: bill.discountFen, code }); }

export const mirrorPaid = ({ slip }) => tell({ lines: slip.lines, discountFen: slip.discountFen, paidFen: slip.totalFen, changeFen: slip.changeFen });

function tell(news) {
  if (!news.lines.length && last?.changeFen !== undefined) return; // the thanks stay until the next sale begins
  last = news;
  screen?.postMessage(news);
}

if (screen) screen.onmessage = event => event.data === 'hello' && mirror();
