// Se déconnecter, ou « C'est fini » : ce que l'appareil gardait de ce qui n'est pas envoyé s'en va aussi. La séance finie
// d'elle-même, la clé et les pages de l'appel s'en vont ; ce qui attend de partir reste, scellé, pour qui revient.
const vider = sorte => {
  try {
    for (const k of Object.keys(localStorage)) if (sorte.test(k)) delete localStorage[k];
    delete sessionStorage.garde;
  } catch { /* navigateur sans mémoire */ }
};

document.addEventListener('submit', e => {
  if (/\/(deconnexion|chez-soi\/sortie)$/.test(e.target.action)) vider(/^(brouillon|garde) /);
});
if (!document.querySelector('[action="/deconnexion"],#hors'))
  vider(/[?&]sortie=(eleve|adulte|arrete)/.test(location.search) ? /^garde / : /^garde \S+ \//);
