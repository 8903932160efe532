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
