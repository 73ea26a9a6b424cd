// The returns page of this till: the money comes out of this till's drawer, and the sum to give back is shown while quantities are typed.
import { $, yuan } from './base.js';
import { get } from './store.js';

const device = (await get('meta', 'device'))?.value, field = document.querySelector('[data-device]');
if (device && field) field.value = device;

const amounts = [...document.querySelectorAll('[data-left]')];
if (amounts.length) {
  const sum = $('back-sum');
  const show = () => {
    const fen = amounts.reduce((all, input) => {
      const [left, whole] = [+input.dataset.left, +input.dataset.fen], wanted = /^\d+$/.test(input.value.trim()) ? +input.value : 0;
      // All that is left costs what is left; a part is shown rounded, the server works it out to the fen.
      return all + (wanted > left || !left ? 0 : wanted === left ? whole : Math.floor(whole * wanted / left));
    }, 0);
    sum.textContent = yuan(fen);
    sum.parentElement.hidden = fen === 0;
  };
  for (const input of amounts) {
    input.addEventListener('input', show);
    input.addEventListener('focus', () => input.select());
  }
  show();
  amounts.find(input => +input.dataset.left)?.focus();
}
document.documentElement.dataset.ready = '1';
