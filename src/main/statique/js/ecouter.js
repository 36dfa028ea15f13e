// Écouter : les boutons [data-dire] n'apparaissent que si le navigateur a une voix française ; sinon la phrase
// [data-sans-voix], à côté du premier, dit de demander à un grand.
const voix = window.speechSynthesis;
const boutons = [...document.querySelectorAll('[data-dire]')];
let su = false;

const francaise = () => voix?.getVoices().find(v => v.lang.toLowerCase().startsWith('fr'));

function montrer() {
  const trouvee = Boolean(francaise());
  su ||= trouvee;
  for (const bouton of boutons) bouton.hidden = !trouvee;
  for (const phrase of document.querySelectorAll('[data-sans-voix]')) phrase.hidden = trouvee || !su;
}

function dire(bouton) {
  if (voix.speaking) return voix.cancel();
  const cible = document.getElementById(bouton.dataset.dire);
  const parole = new SpeechSynthesisUtterance(cible ? cible.innerText : bouton.dataset.dire);
  parole.voice = francaise();
  parole.lang = parole.voice.lang;
  parole.rate = .9;
  voix.speak(parole);
}

if (boutons.length) {
  for (const bouton of boutons) bouton.addEventListener('click', () => dire(bouton));
  voix?.addEventListener?.('voiceschanged', montrer);
  montrer();
  // Les voix arrivent après la page : on n'avoue leur absence qu'une fois qu'elles ont eu le temps de venir.
  setTimeout(() => { su = true; montrer(); }, 1200);
}
