// Keeps the pages of the till and their files on this device. `shell` (version, scripts) stands before this line, put there by the server.
const cacheName = `pos-${shell.version}`, pages = ['/pos', '/pos/outbox', '/pos/setup', '/pos/customer'], limit = 3000;
const anyVariant = { ignoreVary: true, ignoreSearch: true };

/** Puts a page away together with the files it names. */
async function keep(path, answer) {
  const cache = await caches.open(cacheName), text = await answer.clone().text();
  const files = [...text.matchAll(/(?:href|src)="([^"]+\.(?:css|js|svg))"/g)].map(found => new URL(found[1], self.location.origin).pathname);
  for (const file of new Set(files)) if (!await cache.match(file)) await cache.add(file);
  await cache.put(path, answer);
}

const isPage = answer => answer.ok && !answer.redirected && answer.type === 'basic';

async function install() {
  const cache = await caches.open(cacheName);
  await cache.addAll(shell.scripts.map(path => new Request(path, { cache: 'no-cache' })));
  for (const path of pages) {
    const answer = await fetch(path, { cache: 'no-cache' });
    if (isPage(answer)) await keep(path, answer);
    else if (path === '/pos') throw new Error('The till itself could not be put away; the next visit tries again.');
  }
}

self.addEventListener('install', event => event.waitUntil(install()));
self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('pos-') && name !== cacheName) await caches.delete(name);
  await self.clients.claim();
})()));
self.addEventListener('message', event => { if (event.data === 'take over') self.skipWaiting(); });

self.addEventListener('fetch', event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/') || url.pathname.startsWith('/live/') || url.pathname.startsWith('/pos/api/')) return;
  if (request.mode === 'navigate') event.respondWith(navigate(event, url.pathname));
  else event.respondWith(file(request));
});

async function file(request) {
  const cache = await caches.open(cacheName);
  return await cache.match(request, { ignoreVary: true }) ?? fetch(request);
}

/** The network for three seconds, then what is here. Other pages of the counter need the server: without it the till comes up and says so. */
async function navigate(event, path) {
  const cache = await caches.open(cacheName), known = pages.includes(path);
  const asked = fetch(event.request).then(answer => {
    if (known && isPage(answer)) event.waitUntil(keep(path, answer.clone()).catch(() => { /* the older copy stays */ }));
    return answer;
  });
  asked.catch(() => { /* looked at below */ });
  if (!known) return asked.catch(() => Response.redirect('/pos?away'));
  const kept = await cache.match(path, anyVariant);
  if (!kept) return asked;
  try {
    const answer = await Promise.race([asked, new Promise((_, give) => setTimeout(give, limit))]);
    return answer.status >= 500 ? kept : answer;
  } catch { return kept; }
}
