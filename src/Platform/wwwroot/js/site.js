// Improves pages that work without it. Listens on the document, so content that arrives later needs no wiring. Hooks:
//   form[data-ajax]          sent by fetch; JSON {message, cartCount} is announced, a form that comes back replaces this one (so does a redirect to this page), other redirects are followed
//   form[data-autosubmit]    sent when a field changes (quantities, filters), by its [data-autosubmit-by] button, which .no-js hides where scripts run
//   a[data-dialog="id"]      opens that <dialog>; without a value the linked page's form is shown in a dialog; [data-close] closes
//   button[data-step="-1"]   changes the number beside it; input[data-set='{"slot":"text"}'] writes into [data-slot="slot"]; [data-check-all] ticks its form
//   [data-stock="id"], [data-buy="id"]   live stock; [data-live-order="no"] live order; [data-cart-count], [data-cart-dot], [data-user-name] summary
//   [data-copy="text"] with data-copied, [data-print]
(() => {
    'use strict';
    const live = document.getElementById('live');
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const on = (type, selector, act, options) => document.addEventListener(type, event => {
        const element = event.target instanceof Element && event.target.closest(selector);
        if (element) act(element, event);
    }, options);

    // Messages
    let fading;
    function announce(text) {
        if (!live || !text) return;
        // An open dialog makes the rest of the page inert and silent: the message goes where the reader is.
        (all('dialog[open]').pop() || document.body).append(live);
        live.textContent = '';
        live.className = 'toast';
        clearTimeout(fading);
        setTimeout(() => { live.textContent = text; }, 30);
        fading = setTimeout(() => { live.className = 'vh'; document.body.append(live); }, 5000);
    }

    function showCount(count) {
        if (!Number.isFinite(count)) return;
        all('[data-cart-count]').forEach(place => { place.textContent = count > 99 ? '99+' : count; });
        all('[data-cart-dot]').forEach(dot => { dot.hidden = count === 0; });
    }

    // Forms: never twice at once
    function wait(form, button) {
        form.dataset.busy = '1';
        button?.setAttribute('aria-busy', 'true');
        const bar = setTimeout(() => document.documentElement.classList.add('waiting'), 400);
        return () => {
            clearTimeout(bar);
            document.documentElement.classList.remove('waiting');
            delete form.dataset.busy;
            button?.removeAttribute('aria-busy');
        };
    }

    // The server says what is wrong, in the words and the language of the page; browsers' own bubbles would hide that.
    on('click', 'form[method=post] :is(button, input)', button => { if (button.type === 'submit') button.form.noValidate = true; }, true);

    on('submit', 'form', (form, event) => {
        if (form.dataset.busy) return event.preventDefault();
        if (form.method === 'dialog' || event.defaultPrevented) return;
        if (form.matches('[data-ajax]')) {
            event.preventDefault();
            send(form, event.submitter);
        } else if (form.method === 'post') {
            setTimeout(wait(form, event.submitter), 20000); // an answer that is a file leaves the page standing
        }
    });
    window.addEventListener('pageshow', event => {
        if (!event.persisted) return;
        document.documentElement.classList.remove('waiting');
        all('[data-busy]').forEach(form => { delete form.dataset.busy; });
        all('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
        summary();
    });

    async function send(form, button) {
        const done = wait(form, button);
        const body = new URLSearchParams(new FormData(form));
        if (button?.name) body.append(button.name, button.value);
        try {
            const response = await fetch(button?.getAttribute('formaction') || form.getAttribute('action') || location.href, { method: 'POST', body, headers: { 'X-Requested-With': 'fetch', Accept: 'application/json, text/html' } });
            if (form.dataset.again) {
                // Changed while the answer was on its way: that answer is old already.
                delete form.dataset.again;
                setTimeout(() => form.requestSubmit(form.querySelector('[data-autosubmit-by]') || undefined));
                return;
            }
            if (response.status === 401) {
                const wanted = response.redirected ? new URL(response.url) : location; // from the cart one wants to the checkout
                return location.assign('/login?returnUrl=' + encodeURIComponent(wanted.pathname + wanted.search));
            }
            // Back on the page one is on: only the form has changed, and the reader stays where he is.
            if (response.redirected && form.id && new URL(response.url).pathname === location.pathname) {
                replace(form, await response.text());
                return summary();
            }
            if (response.redirected) return location.assign(response.url);
            if ((response.headers.get('Content-Type') || '').includes('json')) {
                const answer = await response.json();
                if (response.ok) form.closest('dialog')?.close();
                showCount(answer.cartCount);
                announce(answer.message || answer.detail || answer.title);
            } else if (response.status !== 204) {
                replace(form, await response.text());
            }
        } catch {
            announce(live?.dataset.network);
        } finally {
            done();
        }
    }

    const parse = html => new DOMParser().parseFromString(html, 'text/html');
    function replace(form, html) {
        const page = parse(html);
        const root = page.querySelector('main') || page;
        const fresh = form.id ? page.getElementById(form.id) : root.querySelector('form');
        if (!fresh) return location.reload();
        const said = root.querySelector('[role=alert], .flash');
        if (said && !fresh.contains(said)) announce(said.textContent.trim());
        const held = markOf(document.activeElement, form);
        form.replaceWith(fresh);
        (fresh.querySelector('.error-summary, [aria-invalid=true]') || (held && fresh.querySelector(held)) || fresh).focus();
    }

    function markOf(element, form) {
        if (!element || !form.contains(element)) return null;
        if (element.id) return '#' + CSS.escape(element.id);
        const named = ['name', 'value', 'aria-label', 'data-step'].filter(x => element.hasAttribute(x) && !(x === 'value' && element.type === 'number'));
        return named.length ? named.map(x => `[${x}="${CSS.escape(element.getAttribute(x))}"]`).join('') : null;
    }

    let changing;
    on('change', 'form[data-autosubmit] :is(input, select)', field => {
        clearTimeout(changing);
        if (field.form.dataset.busy) field.form.dataset.again = '1';
        else changing = setTimeout(() => {
            if (!field.form) return;
            field.form.noValidate = true;
            field.form.requestSubmit(field.form.querySelector('[data-autosubmit-by]') || undefined);
        }, 350);
    });
    on('change', '[data-check-all]', box => {
        all('input[type=checkbox]:not(:disabled)', box.closest('[data-check-group]') || box.form || document).forEach(other => { other.checked = box.checked; });
    });
    on('change', 'input[data-set]', input => {
        for (const [slot, text] of Object.entries(JSON.parse(input.dataset.set))) all(`[data-slot="${slot}"]`).forEach(place => { place.textContent = text; });
        const amount = input.form?.querySelector('.step input');
        if (amount && input.dataset.max) {
            amount.max = input.dataset.max;
            if (+amount.value > +amount.max) amount.value = amount.max;
        }
    });
    on('click', '[data-step]', button => {
        const input = button.parentElement.querySelector('input');
        const [least, most] = [+(input.min || 0), +(input.max || 1e6)];
        const value = Math.min(most, Math.max(least, (+input.value || 0) + +button.dataset.step));
        if (String(value) === input.value) return;
        input.value = value;
        for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
    });

    // Dialogs
    on('click', 'a[data-dialog], button[data-dialog]', async (opener, event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || opener.getAttribute('aria-disabled') === 'true') return;
        const known = opener.dataset.dialog && document.getElementById(opener.dataset.dialog);
        if (!known && !opener.href) return;
        event.preventDefault();
        const dialog = known || await fetched(opener.href);
        if (!dialog?.showModal) return location.assign(opener.href);
        dialog.showModal();
        dialog.addEventListener('close', () => opener.focus(), { once: true });
    });
    async function fetched(address) {
        try {
            const response = await fetch(address, { headers: { 'X-Requested-With': 'fetch', Accept: 'text/html' } });
            const page = response.ok && !response.redirected && parse(await response.text());
            const content = page && (page.querySelector('[data-fragment]') || page.querySelector('main form') || page.querySelector('form'));
            if (!content) return null;
            const dialog = Object.assign(document.createElement('dialog'), { className: 'sheet' });
            const heading = content.querySelector('h1, h2, legend') || page.querySelector('h1');
            if (heading) dialog.setAttribute('aria-label', heading.textContent.trim());
            const close = Object.assign(document.createElement('button'), { type: 'button', className: 'dialog-x', textContent: '×' });
            close.setAttribute('aria-label', live?.dataset.close || '×');
            close.dataset.close = '';
            if (!content.querySelector('[data-close]')) dialog.append(close);
            dialog.append(content);
            document.body.append(dialog);
            dialog.addEventListener('close', () => dialog.remove());
            return dialog;
        } catch {
            return null;
        }
    }
    on('click', '[data-close]', (button, event) => {
        const dialog = button.closest('dialog');
        if (!dialog) return;
        event.preventDefault();
        dialog.close();
    });
    on('click', 'dialog', (dialog, event) => {
        const box = dialog.getBoundingClientRect();
        const outside = event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
        if (event.target === dialog && event.detail && outside) dialog.close();
    });
    on('click', '[aria-disabled=true]', (_, event) => event.preventDefault());

    // Live: streams are open only while somebody looks
    function stock(news) {
        const soldOut = news.level === 'none';
        const places = all(`[data-stock="${CSS.escape(news.id)}"]`);
        places.forEach(place => {
            const before = place.dataset.level;
            place.textContent = news.text;
            place.hidden = !news.text;
            place.dataset.level = news.level;
            place.closest('.card')?.classList.toggle('sold-out', soldOut);
            if (soldOut && before !== 'none' && place === places[0]) announce(place.dataset.soldOut || live?.dataset.soldOut);
        });
        all(`[data-buy="${CSS.escape(news.id)}"]`).forEach(buy => {
            if ('disabled' in buy) buy.disabled = soldOut; else buy.setAttribute('aria-disabled', soldOut);
            if (!buy.dataset.outText) return;
            buy.dataset.inText ||= buy.textContent;
            buy.textContent = soldOut ? buy.dataset.outText : buy.dataset.inText;
        });
    }
    async function order(news) {
        const number = String(news.no ?? '');
        if (!all('[data-live-order]').some(place => !place.dataset.liveOrder || place.dataset.liveOrder === number)) return;
        try {
            const fresh = all('[data-live-order]', parse(await (await fetch(location.href)).text()));
            const old = all('[data-live-order]');
            if (fresh.length !== old.length || old.some(place => place.contains(document.activeElement))) return location.reload();
            old.forEach((place, at) => place.replaceWith(fresh[at]));
            announce((fresh.find(place => place.dataset.liveOrder === number) || fresh[0]).dataset.liveText);
        } catch {
            announce(live?.dataset.network);
        }
    }

    let streams = [];
    function listen(address, type, act) {
        const stream = new EventSource(address);
        stream.addEventListener(type, event => act(JSON.parse(event.data)));
        streams.push(stream);
    }
    function open() {
        if (streams.length || document.hidden || !window.EventSource) return;
        const ids = [...new Set(all('[data-stock]').map(place => place.dataset.stock).filter(Boolean))].slice(0, 60);
        if (ids.length) listen('/live/stock?ids=' + ids.map(encodeURIComponent).join(','), 'stock', stock);
        if (document.querySelector('[data-live-order]')) listen('/live/me', 'order', order);
    }
    function close() {
        streams.forEach(stream => stream.close());
        streams = [];
    }
    document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
    window.addEventListener('pagehide', close);
    window.addEventListener('pageshow', open);

    // What a page kept for everybody cannot know
    async function summary() {
        if (!document.querySelector('[data-cart-count]')) return;
        try {
            const response = await fetch('/cart/summary', { headers: { Accept: 'application/json', 'X-Requested-With': 'fetch' } });
            if (!response.ok) return;
            const { count, signedIn, name } = await response.json();
            showCount(count);
            all('[data-user-name]').forEach(place => { place.textContent = signedIn ? name : ''; });
        } catch { /* the page is whole without it */ }
    }

    on('click', '[data-copy]', async button => {
        try {
            await navigator.clipboard.writeText(button.dataset.copy);
            announce(button.dataset.copied);
        } catch { /* the text stands beside the button */ }
    });
    on('click', '[data-print]', () => window.print());

    summary();
    document.querySelector('.error-summary')?.focus();
})();
