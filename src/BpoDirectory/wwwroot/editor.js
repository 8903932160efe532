// For pages on which something is typed: asks before it is lost, and sees a lost connection through.

let unsaved = false;
let connectionLostAt = 0;
let heardAt = 0;
const typed = new Map();
const longestAnswer = 10_000;
const place = () => `unsent:${location.pathname}`;

export function start() {
  heard();
  const notice = document.getElementById('components-reconnect-modal');
  new MutationObserver(() => connectionChanged(notice.className)).observe(notice, { attributes: true, attributeFilter: ['class'] });
  document.addEventListener('input', event => {
    if (event.target.closest?.('.editor') && event.target.id)
      typed.set(event.target.id, { value: event.target.value, at: Date.now() });
  });
  document.addEventListener('focusin', event => {
    if (event.target.matches?.('.editor textarea, .editor input:not([type]):not([role])') && !Object.hasOwn(event.target, 'value'))
      keepWhatIsTyped(event.target);
  });
  notice.querySelector('[data-again]').addEventListener('click', tryAgain);
}

// What the server draws while somebody types on is older than what they typed: the field they are in keeps that.
const keepWhatIsTyped = field => {
  const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  Object.defineProperty(field, 'value', {
    configurable: true,
    get,
    set(value) {
      if (document.activeElement !== field || Date.now() - (typed.get(field.id)?.at ?? 0) > longestAnswer)
        set.call(field, value);
    },
  });
};

// Pages change without a page load, and such a change asks nobody: with something unsaved they are loaded in full.
export function guard(isUnsaved) {
  unsaved = isUnsaved;
  document.body.toggleAttribute('data-enhance-nav', false);
  if (unsaved)
    document.body.setAttribute('data-enhance-nav', 'false');
  for (const form of document.querySelectorAll('form[data-enhance]'))
    form.setAttribute('data-enhance', String(!unsaved));
}

// A link that leads to where what is unsaved is given back.
document.addEventListener('click', event => {
  if (event.target.closest?.('a[data-unguarded]'))
    unsaved = false;
});

addEventListener('beforeunload', event => {
  if (unsaved)
    event.preventDefault();
});

export function focus(id) {
  const element = document.getElementById(id);
  for (let closed = element?.closest('details:not([open])'); closed; closed = closed.parentElement.closest('details:not([open])'))
    closed.open = true;
  element?.focus();
}

export function showAddress(path) {
  history.replaceState(history.state, '', path);
}

// The server has kept what was typed. When it falls silent, that is noticed only half a minute later.
export function heard() {
  heardAt = Date.now();
}

// What was typed while nobody listened, or so shortly before that it may not have been heard.
const unsent = () => [...typed].filter(([, entry]) => entry.at > Math.min(connectionLostAt, heardAt) - 5000);

const connectionChanged = state => {
  if (state.includes('components-reconnect-show') && connectionLostAt === 0)
    connectionLostAt = Date.now();
  if (state.includes('components-reconnect-rejected'))
    reload();
  else if (state.includes('components-reconnect-hide') && connectionLostAt > 0) {
    for (const [id] of unsent())
      document.getElementById(id)?.dispatchEvent(new Event('input', { bubbles: true }));
    connectionLostAt = 0;
  }
};

const reload = () => {
  sessionStorage.setItem(place(), JSON.stringify(unsent().map(([id, entry]) => [id, entry.value])));
  unsaved = false;
  location.reload();
};

const tryAgain = async () => {
  if (!await window.Blazor.reconnect())
    reload();
};

// After a reload: types again what the server never heard.
export function typeUnsent() {
  const entries = JSON.parse(sessionStorage.getItem(place()) ?? '[]');
  sessionStorage.removeItem(place());
  for (const [id, value] of entries) {
    const field = document.getElementById(id);
    if (field && field.value !== value) {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

export function forgetUnsent() {
  sessionStorage.removeItem(place());
}

// What the server may not keep stays with the tab until its author has signed in again.
export function hold(name, text) {
  sessionStorage.setItem(`held:${name}`, text);
}

export function held(name) {
  return sessionStorage.getItem(`held:${name}`);
}

export function release(name) {
  sessionStorage.removeItem(`held:${name}`);
}
