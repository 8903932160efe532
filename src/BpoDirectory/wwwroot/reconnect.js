// Sees a lost connection through. What a page holds is told of it, to say it again or to keep it over a reload.

const tell = what => document.dispatchEvent(new Event(what));

const reload = () => {
  tell('beforereload');
  location.reload();
};

const connectionChanged = state => {
  if (state.includes('components-reconnect-rejected'))
    reload();
  else if (state.includes('components-reconnect-hide'))
    tell('connectionback');
};

const tryAgain = async () => {
  if (!await window.Blazor.reconnect())
    reload();
};

export function enhance() {
  const notice = document.getElementById('components-reconnect-modal');
  new MutationObserver(() => connectionChanged(notice.className)).observe(notice, { attributes: true, attributeFilter: ['class'] });
  notice.querySelector('[data-again]').addEventListener('click', tryAgain);
}
