// The four region fields of an address form: what is chosen in one fills the next, without leaving the page.
// Without this script a button asks the server for the next field.
const fields = [...document.querySelectorAll('select[data-region]')];
fields.forEach((field, level) => field.addEventListener('change', () => fill(level + 1, field.value)));

async function fill(level, parent) {
    for (const field of fields.slice(level)) {
        field.length = 1;
        field.disabled = true;
    }
    const next = fields[level];
    if (!next || !parent) return;
    next.setAttribute('aria-busy', 'true');
    try {
        const answer = await fetch('/api/ordering/regions?parent=' + encodeURIComponent(parent), { headers: { Accept: 'application/json' } });
        if (!answer.ok || fields[level - 1].value !== parent) return; // chosen anew meanwhile
        for (const region of await answer.json()) next.add(new Option(region.name, region.code));
        next.disabled = next.length === 1;
    } catch {
        next.disabled = false;
    } finally {
        next.removeAttribute('aria-busy');
    }
}
