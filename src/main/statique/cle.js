// Clé d'accès : le navigateur en crée une ou s'en sert, et le formulaire emporte sa réponse. Rien d'autre ne part d'ici.
const octets = mot => Uint8Array.from(atob(mot.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const mot = tampon => btoa(String.fromCharCode(...new Uint8Array(tampon)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const connues = liste => (liste ?? []).map(une => ({ ...une, id: octets(une.id) }));

for (const bloc of window.PublicKeyCredential ? document.querySelectorAll('[data-cle]') : []) {
  const form = bloc.querySelector('form'), dit = bloc.querySelector('[role=status]');
  const demande = JSON.parse(bloc.dataset.cle);
  bloc.hidden = false;
  form.addEventListener('submit', async e => {
    e.preventDefault();
    dit.textContent = '';
    demande.challenge = typeof demande.challenge === 'string' ? octets(demande.challenge) : demande.challenge;
    try {
      let reponse;
      if (demande.user) {
        const cle = await navigator.credentials.create({ publicKey: {
          ...demande, user: { ...demande.user, id: octets(demande.user.id) },
          excludeCredentials: connues(demande.excludeCredentials),
        } });
        reponse = { attestationObject: mot(cle.response.attestationObject) };
        reponse.clientDataJSON = mot(cle.response.clientDataJSON);
      } else {
        const cle = await navigator.credentials.get({ publicKey: {
          ...demande, allowCredentials: connues(demande.allowCredentials),
        } });
        reponse = {
          id: mot(cle.rawId),
          authenticatorData: mot(cle.response.authenticatorData),
          clientDataJSON: mot(cle.response.clientDataJSON),
          signature: mot(cle.response.signature),
        };
      }
      form.cle.value = JSON.stringify(reponse);
      form.submit();
    } catch {
      dit.textContent = dit.dataset.rate;
    }
  });
}
