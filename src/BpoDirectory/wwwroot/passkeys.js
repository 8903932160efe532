// Forms with data-passkey ask the server for a question, the browser's passkeys for the answer, and send that along.

const canUsePasskeys = () => window.isSecureContext && window.PublicKeyCredential?.parseRequestOptionsFromJSON;

const ask = async form => {
  const body = new FormData();
  body.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
  const answer = await fetch(form.dataset.passkey, { method: 'POST', body });
  if (answer.status === 429)
    throw new Error('Too many attempts. Wait 5 minutes, then try again.');
  if (!answer.ok)
    throw new Error('This page is out of date. Load it again.');
  return answer.json();
};

const answer = ({ options }) => 'pubKeyCredParams' in options
  ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
  : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

const explain = error => error.name === 'NotAllowedError' ? 'No passkey was used.'
  : error.name === 'InvalidStateError' ? 'This device has a passkey for your account already.'
  : error.message;

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('[data-passkey]') || form.elements.Credential.value)
    return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const trouble = form.querySelector('[data-passkey-trouble]');
  trouble.textContent = '';
  try {
    const question = await ask(form);
    form.elements.Question.value = question.name;
    form.elements.Credential.value = JSON.stringify(await answer(question));
    form.submit();
  } catch (error) {
    trouble.textContent = explain(error);
  }
}, { capture: true });

/** Shows the forms that only work where there are passkeys. */
export const enhance = () => {
  if (canUsePasskeys())
    for (const form of document.querySelectorAll('form[data-passkey]'))
      form.hidden = false;
};
