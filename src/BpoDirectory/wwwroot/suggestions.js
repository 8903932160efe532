// Search boxes complete what is typed: an editable combobox with list autocomplete (ARIA Authoring Practices Guide).
// Nothing is chosen beforehand: Enter asks what was typed, unless the reader has moved into the list.
// Where results follow typing, they are the list that follows it too: suggestions come there when the arrow key asks for them.

const pauseBeforeAsking = 120;

const kinds = [
  { name: 'Departments', of: answer => answer.departments.map(item => named(item, '/departments/')) },
  { name: 'Functions', of: answer => answer.functions.map(item => named(item, '/functions/')) },
  { name: 'Searches', of: answer => answer.searches.map(text => ({ text })) },
];

let field;     // the search box whose list is open or being fetched
let asking;    // timer of the pause after a keystroke
let request;   // AbortController of the question under way
let options = [];
let active = -1;

enhance();
window.Blazor?.addEventListener('enhancedload', () => {
  close();
  enhance();
});

document.addEventListener('input', event => {
  if (isField(event.target) && !event.isComposing)
    schedule(event.target);
});
document.addEventListener('compositionend', event => {
  if (isField(event.target))
    schedule(event.target);
});
document.addEventListener('keydown', event => {
  if (isField(event.target) && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.shiftKey)
    onKey(event);
});
document.addEventListener('focusout', event => {
  if (event.target === field)
    close();
});
document.addEventListener('submit', close, true);

// The page gets these roles only here: without script the boxes are plain ones.
function enhance() {
  for (const input of document.querySelectorAll('input[data-suggest]')) {
    list(input);
    const roles = { 'role': 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': listId(input), 'aria-haspopup': 'listbox' };
    for (const [name, value] of Object.entries(roles))
      input.setAttribute(name, value);
  }
}

function isField(element) {
  return element instanceof HTMLInputElement && element.hasAttribute('data-suggest') && document.getElementById(listId(element)) !== null;
}

function listId(input) {
  return `${input.id}-suggestions`;
}

function list(input) {
  const known = document.getElementById(listId(input));
  if (known)
    return known;
  const made = element('div', 'suggestions');
  made.id = listId(input);
  made.hidden = true;
  made.setAttribute('role', 'listbox');
  made.setAttribute('aria-label', 'Suggestions');
  // The box keeps the focus while one of its suggestions is pressed.
  made.addEventListener('mousedown', event => event.preventDefault());
  made.addEventListener('click', event => {
    const option = event.target.closest('[role="option"]');
    if (option)
      choose(options[Number(option.dataset.index)]);
  });
  input.parentElement.append(made);
  return made;
}

function onKey(event) {
  const isOpen = field === event.target && event.target.getAttribute('aria-expanded') === 'true';
  const act = isOpen ? keysWhenOpen[event.key] : keysWhenClosed[event.key];
  if (act?.(event))
    event.preventDefault();
}

// Each tells whether the key has done its work.
const keysWhenOpen = {
  ArrowDown: () => move(active + 1 < options.length ? active + 1 : -1),
  ArrowUp: event => {
    if (event.altKey)
      close();
    else
      move(active === -1 ? options.length - 1 : active - 1);
    return true;
  },
  Home: () => active !== -1 && move(0),
  End: () => active !== -1 && move(options.length - 1),
  ArrowLeft: () => move(-1) && false,
  ArrowRight: () => move(-1) && false,
  Enter: () => {
    if (active === -1)
      return false;
    choose(options[active]);
    return true;
  },
  Escape: () => {
    close();
    return true;
  },
};

const keysWhenClosed = {
  ArrowDown: event => {
    ask(event.target, !event.altKey);
    return true;
  },
  Escape: event => {
    if (event.target.value === '')
      return false;
    event.target.value = '';
    event.target.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return true;
  },
};

function schedule(input) {
  giveUp();
  field = input;
  if (input.value.trim() === '' || input.form.hasAttribute('data-live'))
    close();
  else {
    move(-1);
    asking = setTimeout(() => ask(input), pauseBeforeAsking);
  }
}

// What was asked is out of date: its end, whichever comes, changes nothing any more.
function giveUp() {
  clearTimeout(asking);
  request?.abort();
  request = undefined;
}

async function ask(input, moveIn = false) {
  giveUp();
  const mine = request = new AbortController();
  const typed = input.value;
  if (typed.trim() === '')
    return;
  field = input;
  try {
    const response = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(typed)}`, { signal: mine.signal, headers: { accept: 'application/json' } });
    const answer = response.ok ? await response.json() : null;
    if (mine !== request || field !== input || input.value !== typed || document.activeElement !== input)
      return;
    if (answer)
      show(input, answer);
    else
      close();
    if (moveIn && options.length > 0)
      move(0);
  } catch {
    // Suggestions are a convenience: what cannot be fetched is not offered.
    if (mine === request)
      close();
  }
}

function show(input, answer) {
  options = [];
  active = -1;
  input.removeAttribute('aria-activedescendant');
  const groups = kinds.map(kind => group(input, kind.name, kind.of(answer))).filter(made => made);
  list(input).replaceChildren(...groups);
  list(input).hidden = options.length === 0;
  input.setAttribute('aria-expanded', String(options.length > 0));
}

function group(input, name, items) {
  if (items.length === 0)
    return null;
  const made = element('div', 'suggestions-group');
  made.setAttribute('role', 'group');
  const label = element('div', 'suggestions-kind', name);
  label.id = `${listId(input)}-${name.toLowerCase()}`;
  label.setAttribute('role', 'presentation');
  made.setAttribute('aria-labelledby', label.id);
  made.append(label);
  for (const item of items) {
    const option = element('div', 'suggestion');
    option.append(element('bdi', '', item.text));
    option.id = `${listId(input)}-${options.length}`;
    option.dataset.index = options.length;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    if (item.wording)
      option.append(' · ', element('bdi', 'suggestion-wording', item.wording));
    made.append(option);
    options.push({ ...item, option });
  }
  return made;
}

function element(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

// Found by another wording, a department or function is shown with it.
function named(item, path) {
  const isOther = item.text.toLowerCase() !== item.name.toLowerCase();
  return { text: item.name, wording: isOther ? item.text : null, address: path + encodeURIComponent(item.slug) };
}

function move(to) {
  options[active]?.option.setAttribute('aria-selected', 'false');
  active = to;
  const option = options[to]?.option;
  if (option) {
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', option.id);
  } else
    field?.removeAttribute('aria-activedescendant');
  return true;
}

function choose(item) {
  const input = field;
  close();
  if (!item.address) {
    input.value = item.text;
    input.form.requestSubmit();
    return;
  }
  document.dispatchEvent(new Event('search:left'));
  if (window.Blazor)
    window.Blazor.navigateTo(item.address);
  else
    location.assign(item.address);
}

function close() {
  giveUp();
  if (!field)
    return;
  move(-1);
  options = [];
  field.setAttribute('aria-expanded', 'false');
  const shown = document.getElementById(listId(field));
  shown?.replaceChildren();
  if (shown)
    shown.hidden = true;
  field = undefined;
}
