// What the customer sees, on a second screen of the same device: the till's page tells it, no link is needed.
import { $, el, say, yuan } from './base.js';

let back;

function show({ lines, dueFen, discountFen, changeFen, paidFen, code }) {
  const isDone = changeFen !== undefined;
  document.body.dataset.state = isDone ? 'paid' : lines.length ? 'open' : 'idle';
  $('welcome').textContent = say(isDone ? 'ThankYou' : 'Welcome');
  $('bought').replaceChildren(...lines.map(line => el('tr', '', el('td', '', line.name), el('td', 'r', `×${line.quantity}`), el('td', 'r', yuan(line.priceFen * line.quantity)))));
  $('bought').lastElementChild?.scrollIntoView({ block: 'nearest' });
  $('sums').replaceChildren(...[discountFen && ['Discount', -discountFen], [isDone ? 'PaidSum' : 'Due', isDone ? paidFen : dueFen], isDone && ['Change', changeFen]]
    .filter(Boolean).map(([key, fen]) => el('div', '', el('dt', '', say(key)), el('dd', '', yuan(fen)))));
  const image = code && Object.assign(el('img', 'customer-code'), { src: code, alt: say('ScanHere') });
  $('code-area').replaceChildren(...image ? [image, el('p', '', say('ScanHere'))] : []);
  clearTimeout(back);
  if (isDone) back = setTimeout(() => show({ lines: [] }), 20_000);
}

const news = new BroadcastChannel('pos.customer');
news.onmessage = event => event.data.lines && show(event.data);
show({ lines: [] });
news.postMessage('hello'); // the till answers with the sale that is open
document.documentElement.dataset.ready = '1';
