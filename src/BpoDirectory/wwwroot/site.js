// Conveniences on every page; all of them work without this file, only less handily.

const searchField = () => document.querySelector('main input[type="search"]') ?? document.querySelector('.header-search input');

document.addEventListener('keydown', event => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isEditable(event.target)) {
    const field = searchField();
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  }
});

const isEditable = element => element instanceof HTMLElement
  && (element.isContentEditable || element.matches('input, textarea, select'));

// The theme changes at once; the cookie is the one that the server would set.
document.addEventListener('submit', event => {
  if (!event.target.matches('[data-theme-choice]') || !event.submitter)
    return;
  event.preventDefault();
  const theme = event.submitter.value;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
  if (theme === 'auto')
    document.documentElement.removeAttribute('data-theme');
  else
    document.documentElement.setAttribute('data-theme', theme);
  for (const button of event.target.querySelectorAll('button'))
    button.setAttribute('aria-pressed', String(button === event.submitter));
  for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
    meta.content = getComputedStyle(document.querySelector('.site-header')).backgroundColor;
});

document.addEventListener('click', event => {
  if (event.target.closest?.('.skip-link')) {
    event.preventDefault();
    document.getElementById('main').focus();
  }
});

// A menu closes when the reader turns away from it, by a click or by Escape.
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details[data-menu][open]'))
    if (!menu.contains(event.target))
      menu.open = false;
});
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && event.target.closest?.('details[data-menu][open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// Where suggestions are seldom wanted, they come with the first visit to the search box; what was typed meanwhile is answered then.
document.addEventListener('focusin', async event => {
  const field = event.target;
  if (field.dataset.suggestions) {
    const before = field.value;
    await import(`./${field.dataset.suggestions}`);
    if (field.value !== before)
      field.dispatchEvent(new Event('input', { bubbles: true }));
  }
});

// What is there to be copied is copied whole.
document.addEventListener('focusin', event => {
  if (event.target.matches('[data-whole]'))
    event.target.select();
});

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy]');
  if (!button)
    return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  // Browsers lend the clipboard to secure pages only; the older way works on all.
  const isCopied = window.isSecureContext
    ? await navigator.clipboard.writeText(field.value).then(() => true, () => false)
    : document.execCommand('copy');
  button.nextElementSibling.textContent = isCopied ? 'Copied.' : 'Press Ctrl+C to copy.';
});

// Scripts that only some pages need: an element names the module that brings it to life.
const enliven = async () => {
  for (const element of document.querySelectorAll('[data-module]'))
    (await import(new URL(element.dataset.module, document.baseURI))).enhance();
};
enliven();
window.Blazor?.addEventListener('enhancedload', enliven);

// Until when something is open, in the reader's own time, where that is another one than the department's.
const tellYourTime = () => {
  for (const place of document.querySelectorAll('[data-your-time]')) {
    const time = new Date(place.dataset.yourTime);
    const part = options => new Intl.DateTimeFormat('en-GB', options).format(time);
    const clock = part({ hour: '2-digit', minute: '2-digit' });
    const [day, there] = place.dataset.there.split(' ');
    const isSameDay = part({ year: 'numeric', month: '2-digit', day: '2-digit' }).split('/').reverse().join('-') === day;
    place.textContent = isSameDay && clock === there ? '' : ` (${isSameDay ? '' : `${part({ weekday: 'long' })} `}${clock} your time)`;
  }
};
tellYourTime();
window.Blazor?.addEventListener('enhancedload', tellYourTime);

// A page change without a page load must be as plain to a screen reader as one with it.
let path = location.pathname;
window.Blazor?.addEventListener('enhancedload', () => {
  if (location.pathname === path)
    return;
  path = location.pathname;
  const heading = document.querySelector('main h1');
  if (heading && !location.hash) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
});

// The bar of those who edit is wider than a phone: where they are is in view.
document.querySelector('.admin-bar [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

// What is shown once has the focus, and so is in view.
const focusShownOnce = () => document.querySelector('[data-whole][autofocus]')?.focus();
focusShownOnce();
window.Blazor?.addEventListener('enhancedload', focusShownOnce);

// Results follow typing: the page that the form leads to is fetched, and its answers take the place of those shown.

const pauseBeforeAsking = 150;
const pauseBeforeSettling = 1200;
const pauseBeforeAnnouncing = 800;
const slow = 1000;

const form = () => document.querySelector('form[data-live]');
const answers = () => document.getElementById('answers');

let asking;            // timer of the pause after a keystroke
let settling;          // timer of the pause that ends a run of typing
let announcing;
let request;           // AbortController of the question under way
let isRunning = false; // whether this run of typing has its entry in the history
let hasSettled = true; // whether the reader has stopped typing
let uncounted;         // address of the answers shown, while the server has not counted them as a search

document.addEventListener('input', event => {
  if (isQuestion(event.target) && !event.isComposing)
    schedule();
});
document.addEventListener('compositionend', event => {
  if (isQuestion(event.target))
    schedule();
});
document.addEventListener('submit', event => {
  if (event.target !== form() || !answers())
    return;
  event.preventDefault();
  if (address().href !== location.href || request || asking)
    ask({ isTyping: false });
  else
    settle();
  if (matchMedia('(pointer: coarse)').matches)
    document.activeElement?.blur();
});
document.addEventListener('focusout', event => {
  if (isQuestion(event.target))
    settle();
});
document.addEventListener('click', event => {
  const link = event.target.closest?.('#answers a');
  if (event.target.closest?.('[data-search-retry]'))
    ask({ isTyping: false });
  else if (link) {
    if (!isSearch(link))
      settle();
    stop();
  }
}, true);
document.addEventListener('search:left', stop);

// Back, forward and followed links are the framework's: what was under way here is then out of date.
window.addEventListener('popstate', stop);
window.Blazor?.addEventListener('enhancedload', stop);

function isQuestion(element) {
  return element instanceof HTMLInputElement && element.type === 'search' && element.form === form() && answers() !== null;
}

// Another order, page or filter of the same results is a search that the server counts, or not, by itself.
function isSearch(link) {
  return new URL(link.href).pathname === new URL(form().action).pathname;
}

function schedule() {
  clearTimeout(asking);
  clearTimeout(settling);
  hasSettled = false;
  uncounted = undefined;
  asking = setTimeout(() => ask({ isTyping: true }), pauseBeforeAsking);
}

function address() {
  const result = new URL(form().action);
  const parameters = [...new FormData(form())].filter(([, value]) => value.trim() !== '');
  result.search = new URLSearchParams(parameters).toString();
  return result;
}

async function ask({ isTyping }) {
  clearTimeout(asking);
  asking = undefined;
  request?.abort();
  const mine = request = new AbortController();
  const target = address();
  remember(target);
  clearTimeout(settling);
  uncounted = undefined;
  if (isTyping)
    settling = setTimeout(settle, pauseBeforeSettling);
  else
    settle();
  const headers = { accept: 'text/html', ...(isTyping ? { 'X-Search-Typing': '1' } : {}) };
  const slowly = setTimeout(() => hint('Still searching …'), slow);
  try {
    const response = await fetch(target, { signal: mine.signal, headers });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (mine !== request)
      return;
    if (!page.getElementById('answers'))
      throw new Error(`The server answered with status ${response.status}.`);
    show(page);
    if (isTyping && target.searchParams.has('q')) {
      uncounted = target;
      countIfSettled();
    }
  } catch {
    if (mine !== request)
      return;
    hint('The search could not be reached.', 'Try again');
  } finally {
    clearTimeout(slowly);
    if (mine === request)
      request = undefined;
  }
}

function remember(target) {
  if (target.href !== location.href)
    history[isRunning ? 'replaceState' : 'pushState'](null, '', target);
  isRunning = true;
}

function show(page) {
  const wasOpen = document.querySelector('#answers details')?.open;
  answers().replaceWith(document.adoptNode(page.getElementById('answers')));
  tellYourTime();
  document.title = page.title;
  const details = document.querySelector('#answers details');
  if (details && wasOpen)
    details.open = true;
  hint('');
  clearTimeout(announcing);
  announcing = setTimeout(announce, pauseBeforeAnnouncing);
}

function announce() {
  const count = document.getElementById('count');
  document.querySelector('[data-search-count]').textContent = count ? count.textContent.replace(/\s+/g, ' ').trim() : '';
}

function hint(text, retry) {
  const place = document.querySelector('[data-search-hint]');
  place.replaceChildren(text);
  if (retry) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = retry;
    button.setAttribute('data-search-retry', '');
    place.append(' ', button);
  }
}

function settle() {
  clearTimeout(settling);
  isRunning = false;
  hasSettled = true;
  countIfSettled();
}

// Answers that followed typing count as a search once the reader has stopped there.
function countIfSettled() {
  if (!hasSettled || !uncounted)
    return;
  fetch(uncounted, { method: 'HEAD', keepalive: true, cache: 'no-store', headers: { accept: 'text/html' } }).catch(() => {});
  uncounted = undefined;
}

function stop() {
  clearTimeout(asking);
  clearTimeout(announcing);
  asking = undefined;
  request?.abort();
  request = undefined;
  uncounted = undefined;
  settle();
}
