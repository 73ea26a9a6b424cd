// The sale that is being rung up. It survives a reload of the page.
import { newId } from './base.js';

const mostEach = 9999, mostLines = 200, mostFen = 999_999_999;
const listeners = [];
let lines = JSON.parse(sessionStorage.getItem('pos.cart') ?? '[]'), current = lines.length - 1;

export const cart = {
  get lines() { return lines; },
  get current() { return current; },
  get totalFen() { return sum(lines); },
  get pieces() { return lines.reduce((all, line) => all + line.quantity, 0); },
  get isEmpty() { return lines.length === 0; },

  onChange: listener => listeners.push(listener),

  /** Adds goods; the same goods again are counted on their line, weighed goods get a line each. Answers the key of a refusal, or nothing. */
  add(item, quantity, weighed) {
    const at = weighed ? -1 : lines.findIndex(line => line.skuId === item.skuId && !line.barcode);
    if (at >= 0) return this.set(at, lines[at].quantity + quantity);
    if (lines.length >= mostLines) return 'TooManyLines';
    const line = { id: newId(), skuId: item.skuId, name: weighed ? `${item.name} ${weighed.label}` : `${item.name} ${item.unit}`, priceFen: weighed?.priceFen ?? item.priceFen, quantity, grower: item.grower };
    if (weighed) line.barcode = weighed.code; // the label goes to the server, which works the same price out of it
    return change([...lines, line], lines.length);
  },

  set(at, quantity) {
    if (at < 0 || at >= lines.length) return undefined;
    return quantity < 1 ? change(lines.filter((_, place) => place !== at), Math.min(at, lines.length - 2)) : change(lines.map((line, place) => place === at ? { ...line, quantity } : line), at);
  },

  select(at) { if (lines.length) change(lines, Math.max(0, Math.min(lines.length - 1, at))); },
  clear() { change([], -1); },
  take(other) { change(other, other.length - 1); },
};

const sum = some => some.reduce((all, line) => all + line.priceFen * line.quantity, 0);

function change(next, at) {
  if (next.some(line => line.quantity > mostEach)) return 'QuantityRange';
  if (sum(next) > mostFen) return 'TooMuch';
  [lines, current] = [next, at];
  sessionStorage.setItem('pos.cart', JSON.stringify(lines));
  for (const listener of listeners) listener();
  return undefined;
}
