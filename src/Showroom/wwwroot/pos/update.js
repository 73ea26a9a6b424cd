// The service worker of the till. A new version waits until no sale is open.
import { say } from './base.js';
import { notice } from './tell.js';

/** `isFree` says whether the page may be loaded again now; the answer's `settle` is to be called when it may have become free. */
export function startWorker(isFree) {
  if (!('serviceWorker' in navigator)) { notice('worker', say('NoWorker')); return { settle() {} }; }
  let waiting, leaving = false;
  const hadWorker = navigator.serviceWorker.controller !== null;

  const settle = () => {
    notice('update', waiting && !isFree() ? say('UpdateWaits') : '');
    if (waiting && isFree()) waiting.postMessage('take over');
  };
  const found = worker => { if (hadWorker) { waiting = worker; settle(); } };

  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!hadWorker || leaving || !isFree()) return;
    leaving = true;
    location.reload();
  });
  navigator.serviceWorker.register('/pos/sw.js', { scope: '/pos', updateViaCache: 'none' }).then(registration => {
    if (registration.waiting) found(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming.addEventListener('statechange', () => coming.state === 'installed' && found(coming));
    });
    setInterval(() => registration.update().catch(() => { /* no link: later */ }), 600_000);
  }).catch(() => { /* no link: the worker that is here goes on */ });
  return { settle };
}
