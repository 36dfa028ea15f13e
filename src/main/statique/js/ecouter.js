// Écouter : avec la voix française du navigateur ; à défaut, avec la phrase enregistrée ([data-voix]), chargée au toucher.
// Un bouton qui n'a ni l'une ni l'autre reste invisible à sa place ([data-attend]), et [data-sans-voix] dit de demander à
// un grand.
const voix = window.speechSynthesis;
const boutons = () => [...document.querySelectorAll('[data-dire]')];
let su = false;
let entendu = false;
let piste;

const francaise = () => voix?.getVoices().find(v => v.lang.toLowerCase().startsWith('fr'));
const cible = bouton => document.getElementById(bouton.dataset.dire);

// Ce qui est enregistré de ce que dit le bouton : sa phrase, ou celles de la partie de la page qu'il lit.
const pistes = bouton => bouton.dataset.voix ? [bouton.dataset.voix]
  : [...cible(bouton)?.querySelectorAll('[data-voix]') ?? []].map(b => b.dataset.voix);

function montrer() {
  const trouvee = Boolean(francaise());
  su ||= trouvee;
  const tous = boutons();
  const enregistree = tous.some(bouton => pistes(bouton).length);
  // Ce qui est enregistré se montre aussitôt : la voix, si elle vient, sera choisie au toucher.
  for (const bouton of tous) {
    const parle = trouvee || pistes(bouton).length > 0;
    bouton.toggleAttribute('data-attend', !parle);
    if (parle) bouton.hidden = false;
  }
  for (const phrase of document.querySelectorAll('[data-sans-voix]')) phrase.hidden = trouvee || !su || enregistree;
}

function jouer(suite) {
  piste = suite.length ? new Audio(suite[0]) : null;
  piste?.addEventListener('ended', () => jouer(suite.slice(1)));
  piste?.play().catch(() => {});
}

function dire(bouton) {
  entendu = true;
  if (piste) {
    piste.pause();
    piste = null;
    return;
  }
  if (voix?.speaking) return voix.cancel();
  const francais = francaise();
  if (!francais) return jouer(pistes(bouton));
  parler(cible(bouton)?.innerText ?? bouton.dataset.dire, francais);
}

function parler(texte, francais) {
  const parole = new SpeechSynthesisUtterance(texte);
  parole.voice = francais;
  parole.lang = francais.lang;
  parole.rate = .9;
  voix.speak(parole);
}

// « J'ai écouté » sans avoir rien entendu : un premier toucher dit tout, le suivant s'en va. Personne n'est retenu.
function entendre(evenement) {
  const oreilles = [...document.querySelectorAll(`#${evenement.currentTarget.dataset.entendre} [data-dire]:not([data-attend])`)];
  if (entendu || !oreilles.length) return;
  evenement.preventDefault();
  entendu = true;
  const francais = francaise();
  if (francais) parler(oreilles.map(o => o.dataset.dire).join('. '), francais);
  else jouer(oreilles.flatMap(pistes));
}

// Ce qui arrive ensuite sur la page s'entend aussi.
document.addEventListener('click', e => {
  const bouton = e.target.closest('[data-dire]');
  if (bouton) dire(bouton);
});
document.addEventListener('neuf', montrer);

if (boutons().length) {
  for (const fin of document.querySelectorAll('[data-entendre]')) fin.addEventListener('click', entendre);
  // Toute la carte parle, pas seulement son oreille.
  for (const carte of document.querySelectorAll('[data-parle]')) carte.addEventListener('click', e => {
    const bouton = carte.querySelector('[data-dire]:not([hidden], [data-attend])');
    if (bouton && !bouton.contains(e.target)) dire(bouton);
  });
  voix?.addEventListener?.('voiceschanged', montrer);
  montrer();
  // Les voix arrivent après la page : on n'avoue leur absence qu'une fois qu'elles ont eu le temps de venir.
  setTimeout(() => { su = true; montrer(); }, 1200);
}
