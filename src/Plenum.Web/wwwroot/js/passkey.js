// Passkeys (WebAuthn level 3). The forms are hidden until the browser is known to have them; everything else about
// signing in works without this file.
const usable = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

async function options(form) {
  const token = form.elements["__RequestVerificationToken"].value;
  const answer = await fetch(form.dataset.options, { method: "POST", headers: { RequestVerificationToken: token } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function ask(form) {
  const asked = await options(form);
  if (form.dataset.passkey === "create")
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) });
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
}

for (const form of usable ? document.querySelectorAll("form[data-passkey]") : []) {
  form.closest("[hidden]").hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.elements["credential"].value) return;
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      form.elements["credential"].value = JSON.stringify((await ask(form)).toJSON());
      form.requestSubmit();
    } catch {
      failed.hidden = false;
    }
  });
}
