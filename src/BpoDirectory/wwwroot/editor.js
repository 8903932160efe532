// For pages on which something is typed: asks before it is lost, and sees a lost connection through.

let unsaved = false;
let last = 0;
let lastBeforePress = 0;
let isTypedAgain = false;

// What was typed on the page before and never reached the server, until there is a field that it goes on from.
let waiting = [];

// What is not known to be kept on the server: by field, the text and marks of all that it has said meanwhile.
const typed = new Map();
const before = new WeakMap();
const longestAnswer = 10_000;
const soon = 50;
const later = 500;
const place = () => `unsent:${location.pathname}`;

export function start() {
  document.addEventListener('input', event => {
    if (event.target.matches?.('.editor [id]:not([role])'))
      noteTyped(event.target);
  });
  // Alt and an arrow move a row; to the browser they are a page up or down.
  document.addEventListener('keydown', event => {
    if (event.altKey && ['ArrowUp', 'ArrowDown'].includes(event.key) && event.target.closest('ol.items [data-row]'))
      event.preventDefault();
  });
  document.addEventListener('click', () => { lastBeforePress = last; }, { capture: true });
  document.addEventListener('focusin', event => {
    if (event.target.matches?.('.editor [id]') && !typed.has(event.target))
      before.set(event.target, markOf(event.target.value));
    if (event.target.matches?.('.editor textarea, .editor input:is(:not([type]), [type=text]):not([role])') && !Object.hasOwn(event.target, 'value'))
      keepWhatIsTyped(event.target);
  });
  document.addEventListener('focusout', event => sayAgain(event.target));
  document.addEventListener('click', event => {
    const tool = event.target.closest?.('[data-markdown]');
    if (tool)
      format(document.getElementById(tool.closest('[data-markdown-for]').dataset.markdownFor), tool.dataset.markdown);
  });
  document.addEventListener('scroll', () => requestAnimationFrame(markSection), { passive: true });
  document.addEventListener('connectionback', () => unsent().forEach(([field]) => say(field)));
  document.addEventListener('beforereload', () => {
    keepUnsent();
    unsaved = false;
  });
}

const noteTyped = field => {
  const said = typed.get(field)?.said ?? [before.get(field)];
  typed.set(field, { value: field.value, at: Date.now(), number: ++last, said: [...said, markOf(field.value)] });
};

// Short, because a long text says something else with every key.
const markOf = text => {
  let mark = 0;
  for (let index = 0; index < text?.length; index++)
    mark = (mark * 31 + text.charCodeAt(index)) | 0;
  return `${text?.length}:${mark}`;
};

// What the server draws while somebody types on is older than what they typed: the field they are in keeps that, and goes back to nothing
// it said on the way there when they have left it. The server is told once more then; what it draws after that is its answer.
const keepWhatIsTyped = field => {
  const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  Object.defineProperty(field, 'value', {
    configurable: true,
    get,
    set(value) {
      const entry = typed.get(field);
      if (!entry || Date.now() - entry.at > longestAnswer || !isOlder(field, entry, value)) {
        set.call(field, value);
        return;
      }
      entry.isContradicted = value !== get.call(field);
      if (document.activeElement !== field)
        setTimeout(sayAgain, 0, field);
    },
  });
};

const isOlder = (field, { said, isSaidAgain }, value) =>
  document.activeElement === field || (!isSaidAgain && said.lastIndexOf(markOf(value), -2) > 0);

const sayAgain = field => {
  if (!typed.get(field)?.isContradicted || !field.isConnected)
    return;
  say(field);
  typed.get(field).isSaidAgain = true;
};

export function guard(isUnsaved) {
  unsaved = isUnsaved;
}

// A link that leads to where what is unsaved is given back.
document.addEventListener('click', event => {
  if (event.target.closest?.('a[data-unguarded]'))
    unsaved = false;
});

// A form that sends what is unsaved.
document.addEventListener('submit', event => {
  if (event.target.matches('form[data-unguarded]'))
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
  const row = element?.closest('[data-row]');
  element?.focus({ preventScroll: Boolean(row) });
  if (element?.matches('.section h2'))
    element.scrollIntoView();
  row?.scrollIntoView({ block: 'nearest' });
  if (row)
    element.scrollIntoView({ block: 'nearest' });
}

export function prepareForm() {
  if (matchMedia('(max-width: 40rem)').matches)
    document.querySelectorAll('details[data-folds]').forEach(part => { part.open = false; });
  // The section that the address leads to was not on the page yet when the browser looked for it.
  if (document.getElementById(location.hash.slice(1))?.matches('.section h2'))
    focus(location.hash.slice(1));
  markSection();
}

// Which section of the form is being read.
const markSection = () => {
  const links = [...document.querySelectorAll('[data-rail] [data-section]')];
  const reached = links.filter(link => document.getElementById(link.dataset.section)?.getBoundingClientRect().top < innerHeight / 3);
  const current = reached.at(-1) ?? links[0];
  for (const link of links)
    if (link !== current)
      link.removeAttribute('aria-current');
  if (current && !current.hasAttribute('aria-current')) {
    current.setAttribute('aria-current', 'true');
    const rail = current.closest('ul');
    rail.scrollLeft = current.offsetLeft - (rail.clientWidth - current.offsetWidth) / 2;
  }
};

const wraps = { bold: ['**', '**'], italic: ['*', '*'], link: ['[', '](https://)'] };
const starts = { heading: () => '## ', list: () => '- ', numbers: index => `${index + 1}. `, quotation: () => '> ' };

// As if it were typed, so that the browser can undo it and the page is told.
const format = (field, mark) => {
  field.focus();
  let { selectionStart: start, selectionEnd: end, value } = field;
  if (wraps[mark]) {
    const [before, after] = wraps[mark];
    document.execCommand('insertText', false, before + value.slice(start, end) + after);
    field.setSelectionRange(start + before.length, end + before.length);
    return;
  }
  start = value.lastIndexOf('\n', start - 1) + 1;
  end = value.indexOf('\n', end) < 0 ? value.length : value.indexOf('\n', end);
  field.setSelectionRange(start, end);
  document.execCommand('insertText', false, value.slice(start, end).split('\n').map((line, index) => starts[mark](index) + line).join('\n'));
};

export function showAddress(path) {
  history.replaceState(history.state, '', path);
}

export const lastTyped = () => last;

export function forgetTyped(upTo = lastBeforePress) {
  for (const [field, entry] of typed) {
    if (entry.number <= upTo) {
      typed.delete(field);
      before.set(field, markOf(entry.value));
    }
  }
  if (isTypedAgain && unsent().length === 0 && waiting.length === 0)
    forgetUnsent();
}

// A field leaves the page with its row, or when all that is typed has been kept.
const unsent = () => [...typed].filter(([field]) => field.isConnected);

// Some fields are heard with every key, others when a choice is made.
const say = field => ['input', 'change'].forEach(type => field.dispatchEvent(new Event(type, { bubbles: true })));

const keepUnsent = () => {
  const entries = [...waiting, ...unsent().map(([field, { value, said }]) => ({ name: nameOf(field), value, said }))];
  if (entries.length > 0)
    sessionStorage.setItem(place(), JSON.stringify(entries));
};

// The framework loads the page anew by itself, too, when a circuit is gone.
addEventListener('pagehide', keepUnsent);

// What a field is called before and after a reload: ids go by places, and rows change those.
const nameOf = field => {
  const row = field.closest('[data-row]');
  return row ? `${row.dataset.row} ${field.id.split('-').at(-1)}` : field.closest('[data-texts]')?.dataset.texts ?? field.id;
};

// After a reload: types again what the server never heard, each text where it was typed. That is the one field of its name
// that says what this one once said; as long as there is none, or several, what the server has kept stands. It waits until that is
// known to be kept: the page may be loaded anew once more.
export function typeUnsent() {
  waiting = JSON.parse(sessionStorage.getItem(place()) ?? '[]');
  isTypedAgain = true;
  typeWaiting(soon);
}

// Fields may show what the server has kept a moment after the form is there, and much later where the line is slow.
const typeWaiting = pause => {
  const fields = [...document.querySelectorAll('.editor [id]:is(input, textarea, select)')];
  const found = waiting.map(({ name, said }) => fields.filter(field => nameOf(field) === name && said.includes(markOf(field.value))));
  waiting = waiting.filter(({ value, said }, index) => {
    const [field, ...others] = found[index];
    if (!field || others.length > 0 || found.some((same, other) => other !== index && same.includes(field)))
      return true;
    if (field.value !== value)
      typeAgain(field, value, said);
    return false;
  });
  const names = new Set(fields.map(nameOf));
  waiting.filter(({ name }) => !names.has(name)).forEach(unfold);
  if (waiting.length > 0)
    setTimeout(typeWaiting, pause, Math.min(pause * 1.1, later));
};

// A row's folded fields are on the page once they were opened.
const unfold = ({ name }) => {
  const row = [...document.querySelectorAll('.editor [data-row]')].find(row => name.startsWith(`${row.dataset.row} `));
  row?.querySelectorAll('details.more').forEach(more => { more.open = true; });
};

const typeAgain = (field, value, said) => {
  field.value = value;
  typed.set(field, { value, at: Date.now(), number: ++last, said });
  say(field);
};

export const hasUnsent = () => sessionStorage.getItem(place()) !== null;

export function forgetUnsent() {
  waiting = [];
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
