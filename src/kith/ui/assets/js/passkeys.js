// Passkeys: <form data-passkey="add|get" data-passkey-options="{...}"> or data-passkey-from="/address" that gives them.
// The button [data-passkey-press] asks the browser, puts what it answered into [data-passkey-answer] and sends the form.
// Without script, or where the browser knows no passkeys, the button stays hidden and [data-passkey-without] says so.

export function startPasskeys(root) {
  const works = Boolean(window.PublicKeyCredential && navigator.credentials);
  for (const form of root.querySelectorAll('form[data-passkey]')) {
    const button = form.querySelector('[data-passkey-press]');
    if (!works || !button) continue;
    button.hidden = false;
    for (const words of form.querySelectorAll('[data-passkey-without]')) words.hidden = true;
    button.addEventListener('click', (event) => { event.preventDefault(); press(form, button); });
  }
}

async function press(form, button) {
  button.disabled = true;
  say(form, '');
  try {
    const asked = (await optionsOf(form)).publicKey;
    const answer = form.dataset.passkey === 'add' ? await made(asked) : await got(asked);
    form.querySelector('[data-passkey-answer]').value = JSON.stringify(answer);
    form.submit();
  } catch (fault) {
    say(form, fault.name === 'InvalidStateError' ? 'This device has a passkey for Kith already.'
      : 'Nothing was confirmed. Try again, or use your password.');
    button.disabled = false;
  }
}

async function optionsOf(form) {
  if (form.dataset.passkeyOptions) return JSON.parse(form.dataset.passkeyOptions);
  const answer = await fetch(form.dataset.passkeyFrom, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error('no options');
  return (await answer.json()).request_options;
}

// A passkey that is found without an address being typed, and that makes sure of its owner.
async function made(asked) {
  const { response, ...all } = fieldsOf(await navigator.credentials.create({ publicKey: {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: described(asked.excludeCredentials),
    authenticatorSelection: {
      ...asked.authenticatorSelection, residentKey: 'required', requireResidentKey: true, userVerification: 'required',
    },
  } }));
  return { ...all, response: {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.() || [],
  } };
}

async function got(asked) {
  const { response, ...all } = fieldsOf(await navigator.credentials.get({ publicKey: {
    ...asked, challenge: bytes(asked.challenge), allowCredentials: described(asked.allowCredentials),
  } }));
  return { ...all, response: {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle && text(response.userHandle),
  } };
}

function fieldsOf(credential) {
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: credential.response,
  };
}

const described = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

function bytes(words) {
  const plain = atob(words.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function say(form, words) {
  const place = form.querySelector('[data-passkey-state]');
  if (place) place.textContent = words;
}
