// Se déconnecter, ou « C'est fini » : ce que l'appareil gardait de ce qui n'est pas envoyé s'en va aussi.
document.addEventListener('submit', e => {
  if (!/\/(deconnexion|chez-soi\/sortie)$/.test(e.target.action)) return;
  try {
    for (const k of Object.keys(localStorage)) if (k.startsWith('brouillon ')) localStorage.removeItem(k);
  } catch { /* navigateur sans mémoire */ }
});
