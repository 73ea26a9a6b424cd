// Sets this device up: storage that lasts, paper, scanner.
import { $, say } from './base.js';
import { find, load } from './catalogue.js';
import { isGtin } from './codes.js';
import { deviceId } from './outbox.js';
import { paperSelect } from './receipt.js';
import { allowed, chooseKeys, chosenKeys } from './shortcuts.js';

const megabytes = bytes => (bytes / 1048576).toFixed(1);

async function showStorage() {
  const lasting = await navigator.storage?.persisted?.() ?? false;
  $('storage').textContent = say(lasting ? 'StoragePersisted' : 'StorageNotPersisted');
  $('storage-ask').hidden = lasting;
  const { usage, quota } = await navigator.storage?.estimate?.() ?? {};
  $('storage-room').textContent = quota ? say('StorageRoom', megabytes(usage), megabytes(quota)) : '';
}

$('storage-ask').addEventListener('click', async () => { await navigator.storage?.persist?.(); await showStorage(); });
paperSelect($('paper'));
$('auto-print').checked = localStorage.getItem('pos.auto') === 'true';
$('auto-print').addEventListener('change', event => localStorage.setItem('pos.auto', event.target.checked));
$('scan-test').addEventListener('submit', event => {
  event.preventDefault();
  const code = $('scan-code').value.trim(), { item } = find(code);
  $('scan-code').value = '';
  $('scan-result').textContent = item ? say('ScanTestGood', code, `${item.name} ${item.unit}`) : say(isGtin(code) ? 'ScanTestUnknown' : 'ScanTestBad', code);
});

/** A key that is given to another deed goes to it; the two change places, so that none is without one. */
function showKeys() {
  const chosen = chosenKeys();
  for (const select of document.querySelectorAll('select[data-deed]')) {
    select.replaceChildren(...allowed.map(key => new Option(key, key, false, chosen[select.dataset.deed] === key)));
    select.onchange = () => {
      const other = Object.keys(chosen).find(deed => chosen[deed] === select.value);
      chooseKeys({ ...chosen, [other]: chosen[select.dataset.deed], [select.dataset.deed]: select.value });
      showKeys();
    };
  }
}
showKeys();
$('device').textContent = await deviceId();
await navigator.storage?.persist?.();
await showStorage();
await load();
$('scan-code').focus();
document.documentElement.dataset.ready = '1';
