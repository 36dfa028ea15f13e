// Le code d'une feuille ou d'un lien à usage unique vient dans le fragment : ni serveur ni mandataire ne le reçoivent.
const recu = document.getElementById('jeton') ?? document.getElementById('code');

if (recu && /^#([0-9a-z]{12}|[\w-]{43})$/i.test(location.hash)) {
  recu.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  if (recu.id === 'jeton') recu.form.requestSubmit();
}
