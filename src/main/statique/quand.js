// Écrire quand ses écoles n'ont pas les mêmes heures : le bouton et l'étiquette suivent la personne choisie, par le
// calcul du serveur. Tant qu'il n'a pas répondu, le bouton ne promet aucune heure.
const mot = document.getElementById('quand-mot');
const forme = mot.closest('form');
const suivis = ['_csrf', 'cle', 'a', 'pour'];
let tour = 0;

async function suivre() {
  const mien = ++tour;
  mot.textContent = mot.dataset.neutre;
  const corps = new URLSearchParams([...new FormData(forme)].filter(([nom]) => suivis.includes(nom)));
  corps.append('geste', 'chercher');
  const reponse = await fetch(forme.getAttribute('action'), { method: 'POST', body: corps }).catch(() => null);
  if (!reponse?.ok || reponse.redirected || mien !== tour) return;
  const recu = new DOMParser().parseFromString(await reponse.text(), 'text/html');
  if (mien !== tour) return;
  document.getElementById('quand-dit').replaceChildren(...recu.getElementById('quand-dit').childNodes);
  // le bouton lui-même reste en place : on est peut-être en train de le toucher
  mot.textContent = recu.getElementById('quand-mot').textContent;
}

forme.addEventListener('change', e => { if (e.target.name === 'a') suivre(); });
forme.addEventListener('choisis', suivre);
