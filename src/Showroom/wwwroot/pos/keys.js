// Keys and clicks. No key with a printed letter has a meaning: a scanner types letters.
import { $ } from './base.js';
import { walk } from './choose.js';
import { chosenKeys } from './shortcuts.js';

const always = { ...Object.fromEntries(Object.entries(chosenKeys()).map(([deed, key]) => [key, deed])), 'Ctrl+P': 'reprint' };
const whenNothingTyped = { ArrowUp: 'up', ArrowDown: 'down', '+': 'more', '-': 'less', Delete: 'remove' };

export function listen(deeds) {
  let escapes = 0;
  for (const label of document.querySelectorAll('kbd[data-key]')) label.textContent = chosenKeys()[label.dataset.key];
  const back = () => document.querySelector('dialog[open]') || $('code').focus();

  document.addEventListener('keydown', event => {
    const open = document.querySelector('dialog[open]'), key = event.ctrlKey && event.key.toLowerCase() === 'p' ? 'Ctrl+P' : event.key;
    if (key !== 'Escape') escapes = 0;
    if (key in always) {
      event.preventDefault();
      if (!open && !event.repeat) deeds[always[key]]();
      return;
    }
    if (open) { walk(event, open); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const box = $('code'), inBox = document.activeElement === box;
    if (key === 'Escape') {
      box.value = '';
      if (++escapes >= 2) { escapes = 0; deeds.cancel(); }
    } else if (key in whenNothingTyped && (!inBox || box.value === '')) {
      event.preventDefault();
      deeds[whenNothingTyped[key]]();
    } else if (key.length === 1 && key !== ' ' && !inBox && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      box.focus(); // before the letter lands, so that it lands there
    }
  });

  document.addEventListener('click', event => {
    const target = event.target.closest('[data-do],[data-line],[data-close],tr[data-at]');
    if (!target) return;
    if (target.dataset.do) deeds[target.dataset.do]();
    else if (target.dataset.line) deeds[{ more: 'more', less: 'less', remove: 'removeAt' }[target.dataset.line]](+target.dataset.at);
    else if (target.dataset.at) deeds.select(+target.dataset.at);
    else target.closest('dialog').close();
    back();
  });
  for (const dialog of document.querySelectorAll('dialog')) dialog.addEventListener('close', back);
  addEventListener('focus', back);
}
