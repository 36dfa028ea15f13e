// Se déconnecter, ou « C'est fini » : ce que l'appareil gardait de ce qui n'est pas envoyé s'en va aussi. Ce que l'appel
// garde s'en va dès que personne n'est plus entré.
const vider = sorte => {
  try {
    for (const k in localStorage) if (sorte.test(k)) delete localStorage[k];
    delete sessionStorage.garde;
  } catch { /* navigateur sans mémoire */ }
};

document.addEventListener('submit', e => {
  if (/\/(deconnexion|chez-soi\/sortie)$/.test(e.target.action)) vider(/^(brouillon|garde) /);
});
if (!document.querySelector('[action="/deconnexion"],#hors')) vider(/^garde /);
