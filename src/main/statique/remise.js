// Qui le verra, et quand : l'étiquette et le bouton suivent le jour et les destinataires, par le calcul du serveur. Tant
// qu'il n'a pas répondu, le bouton ne promet aucune heure.
const dit = document.getElementById('avant-dit');
const forme = dit.closest('form');
const suivis = ['_csrf', 'pour', 'jour', 'genre'];
let tour = 0;

function taire() {
  const bouton = document.querySelector('#avant-publier [value=publier]');
  bouton.textContent = bouton.dataset.neutre;
  forme.elements.revu.value = '?';
}

async function suivre() {
  const mien = ++tour;
  taire();
  const corps = new URLSearchParams([...new FormData(forme)].filter(([nom]) => suivis.includes(nom)));
  const reponse = await fetch('/liaison/mots/avant', { method: 'POST', body: corps }).catch(() => null);
  if (!reponse?.ok || reponse.redirected || mien !== tour) return;
  const recu = new DOMParser().parseFromString(await reponse.text(), 'text/html');
  if (mien !== tour) return;
  dit.replaceChildren(...recu.getElementById('avant-dit').childNodes);
  // le bouton lui-même reste en place : on est peut-être en train de le toucher
  document.querySelector('#avant-publier [value=publier]').textContent = recu.querySelector('#avant-publier [value=publier]').textContent;
  forme.elements.revu.value = recu.querySelector('[name=revu]').value;
}

forme.addEventListener('change', e => { if (e.target.name === 'jour') suivre(); });
forme.addEventListener('choisis', e => { if (e.target.matches('[data-destinataires]')) suivre(); });
