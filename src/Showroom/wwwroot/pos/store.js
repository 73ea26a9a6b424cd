// What this device keeps, in IndexedDB. A write is done only when the disk has it (strict durability).
const keys = { catalogue: 'skuId', outbox: 'id', held: 'id', shift: 'key', meta: 'key' };
let opened;

const open = () => opened ??= new Promise((done, failed) => {
  const request = indexedDB.open('pos', 1);
  request.onupgradeneeded = () => { for (const [name, keyPath] of Object.entries(keys)) request.result.createObjectStore(name, { keyPath }); };
  request.onsuccess = () => {
    request.result.onversionchange = () => request.result.close();
    request.result.onclose = () => { opened = undefined; };
    done(request.result);
  };
  request.onerror = () => { opened = undefined; failed(request.error); };
});

/** One transaction over the named stores; its answer is that of the request (or value) `work` returns, given after the commit. */
export async function run(names, mode, work) {
  const db = await open();
  return new Promise((done, failed) => {
    const transaction = db.transaction(names, mode, { durability: 'strict' });
    let result;
    transaction.oncomplete = () => done(result instanceof IDBRequest ? result.result : result?.value ?? result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error ?? new Error('The store refused.'));
    result = work(...[names].flat().map(name => transaction.objectStore(name)));
  });
}

export const get = (name, key) => run(name, 'readonly', store => store.get(key));
export const all = name => run(name, 'readonly', store => store.getAll());
export const put = (name, value) => run(name, 'readwrite', store => { store.put(value); });
export const remove = (name, key) => run(name, 'readwrite', store => { store.delete(key); });

export const note = async key => (await get('meta', key))?.value;
export const keep = (key, value) => put('meta', { key, value });
