// Forms with data-passkey ask the server for a question, the browser's passkeys for the answer, and send that along.

const canUsePasskeys = () => window.isSecureContext && window.PublicKeyCredential?.parseRequestOptionsFromJSON;

const refuse = sentence => { throw new Refusal(sentence); };

class Refusal extends Error {}

const ask = async form => {
  const body = new FormData();
  body.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
  const answer = await fetch(form.dataset.passkey, { method: 'POST', body })
    .catch(() => refuse('The directory does not answer. Check the connection, then try again.'));
  if (answer.status === 429)
    refuse('Too many attempts. Wait 5 minutes, then try again.');
  if (!answer.ok)
    refuse('This page is out of date. Load it again.');
  return answer.json();
};

const answer = ({ options }) => 'pubKeyCredParams' in options
  ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
  : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

// What browsers themselves say is written for programmers (https://www.w3.org/TR/webauthn-3/, sections 5.1.3 and 5.1.4).
const sentences = {
  NotAllowedError: 'No passkey was used.',
  InvalidStateError: 'This device has a passkey for your account already.',
  SecurityError: 'Passkeys work only where the directory has a name, such as localhost or directory.example, not at an address of digits.',
  NotSupportedError: 'This device has no kind of passkey that can be used here.',
  ConstraintError: 'This device cannot check who you are. Set up a PIN, a fingerprint or a face on it first.',
  AbortError: 'The question for the passkey was interrupted. Try again.',
};

const explain = error => error instanceof Refusal ? error.message
  : sentences[error.name] ?? 'The browser could not use a passkey. Try again, or use your password.';

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
