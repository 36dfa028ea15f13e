// Rien de ce qui est tapé ne se perd : gardé par le serveur à la première pause, sur l'appareil quand la ligne est
// coupée ou que la personne n'est plus connectée : rien ne part alors, l'envoi serait refusé et le texte avec lui. Un
// onglet qui a pris du retard sur un autre le dit, et n'écrase rien.
import { coffre } from './coffre.js';

const PAUSE = 1200, AU_PLUS = 5000, REPRISE = 15000;
const TAPES = ['text', 'search', 'email', 'tel', 'url', 'date', 'time', 'number', 'textarea', 'select-one'];

export function garder(bloc) {
  const { lieu, base, ...mots } = bloc.dataset;
  const forme = bloc.closest('form');
  if (!lieu || forme.dataset.gardee) return;
  forme.dataset.gardee = '';
  const boite = bloc.querySelector('[data-autre]'), etat = bloc.querySelector('[data-etat]'), souci = bloc.querySelector('[data-souci]');
  const retour = bloc.querySelector('[data-retour]');
  let version = +mots.brouillon, pause, depuis = 0, enCours = null, encore = false, parti = false, autre = null, su = '';
  let touche = false, sorti = false, verifie = false;

  const ecrits = () => [...forme.elements].filter(c => c.name && c.name[0] !== '_' && TAPES.includes(c.type));
  // Ce qui est choisi plutôt que tapé : une ligne par case cochée, avec ses mots ; les fichiers déjà arrivés aussi.
  const cases = () => [...forme.elements].filter(c => c.name && c.name[0] !== '_' && (c.type === 'checkbox' || c.type === 'radio'));
  const arrives = () => [...forme.querySelectorAll('[data-joindre] input[type=hidden], input[type=hidden][data-choisi]')];
  function choix() {
    const pris = {};
    for (const c of cases()) pris['choix.' + c.name] ??= '';
    for (const c of cases()) if (c.checked) pris['choix.' + c.name] += `${c.value}\t${c.closest('label')?.querySelector('b')?.textContent ?? ''}\n`;
    for (const c of arrives()) pris['choix.' + c.name] = (pris['choix.' + c.name] ?? '') + c.value.replaceAll('\n', '\u2028') + '\n';
    return pris;
  }
  const champs = () => ({ ...Object.fromEntries(ecrits().map(c => [c.name, c.value])), ...choix() });
  const heure = () => new Date().toLocaleTimeString('fr-FR', { hour: 'numeric', minute: '2-digit' }).replace(':', ' h ');
  // ce qui tourne est écrit sans être annoncé ; ce qui ne va pas est annoncé
  const dire = (texte, mal = '') => { etat.textContent = texte; if (souci.textContent !== mal) souci.textContent = mal; };

  function mettre(valeurs) {
    for (const c of ecrits()) {
      if (!(c.name in valeurs) || c.value === valeurs[c.name]) continue;
      if (c.dataset.riche === undefined) c.value = valeurs[c.name];
      else c.dispatchEvent(new CustomEvent('remplacer', { detail: valeurs[c.name] }));
    }
    for (const nom in valeurs) if (nom.startsWith('choix.')) recocher(nom.slice(6), valeurs[nom].split('\n').filter(Boolean).map(l => l.split('\t')));
  }

  function recocher(nom, lignes) {
    for (const c of cases()) if (c.name === nom) c.checked = lignes.some(([valeur]) => valeur === c.value);
    const choisis = forme.querySelector('[data-choisis]');
    if (nom !== 'pour' || !choisis) return;
    for (const [valeur, mot] of lignes) {
      if (cases().some(c => c.name === nom && c.value === valeur)) continue;
      const etiquette = Object.assign(document.createElement('label'), { className: 'ent-choix' });
      const mots = document.createElement('span');
      mots.append(Object.assign(document.createElement('b'), { textContent: mot }));
      etiquette.append(Object.assign(document.createElement('input'), { type: 'checkbox', name: nom, value: valeur, checked: true }), ' ', mots);
      choisis.append(etiquette);
    }
    choisis.querySelector('input')?.dispatchEvent(new Event('change', { bubbles: true }));
  }

  // « Reprendre l'autre » se défait comme le reste, « Garder » passe devant : les deux se choisissent.
  function montrerAutre(vu, phrase) {
    autre = vu;
    boite.querySelector('[data-quand]').textContent = phrase.replace('{0}', vu.quand);
    boite.querySelector('[data-lu]').textContent = vu.lu;
    boite.hidden = false;
    dire('');
  }
  function choisir(prendre) {
    version = autre.version;
    if (prendre) mettre(autre.champs);
    autre = null;
    boite.hidden = true;
    su = '';
    deposer();
  }
  boite.querySelector('[data-prendre]').addEventListener('click', () => choisir(true));
  boite.querySelector('[data-garder]').addEventListener('click', () => choisir(false));

  // la séance est finie, quelqu'un d'autre est entré, ou l'on s'est déconnecté dans un autre onglet
  const dehors = r => r.type === 'opaqueredirect' || r.status === 401 || r.status === 403;

  async function demander(pris) {
    const dit = JSON.stringify(pris);
    const corps = new URLSearchParams({ _csrf: forme.elements._csrf.value, lieu, version, base });
    for (const nom in pris) corps.append('champ.' + nom, pris[nom]);
    try {
      const r = await fetch('/redaction/brouillons', {
        method: 'POST', body: corps, redirect: 'manual', keepalive: corps.toString().length < 60000, signal: AbortSignal.timeout(10000),
      });
      const lu = r.headers.get('Content-Type')?.includes('json') ? await r.json() : null;
      sorti = dehors(r);
      retour.hidden = !sorti;
      if (sorti) {
        const sur = await coffre.mettre(lieu, { champs: pris, version, quand: heure() });
        dire('', sur ? mots.dehors : mots.dehorsSeul);
      } else if (r.status === 200 && lu) {
        version = lu.version;
        su = dit;
        coffre.jeter(lieu);
        dire(mots.garde.replace('{0}', heure()));
      } else if (r.status === 409 && lu) {
        await coffre.mettre(lieu, { champs: pris, version, quand: heure() });
        montrerAutre(lu, mots.ailleurs);
      } else if (r.status === 410) {
        version = 0;
        dire('', mots.parti);
      } else if (r.status === 422) {
        dire('', mots.trop);
      } else throw r;
    } catch {
      const sur = await coffre.mettre(lieu, { champs: pris, version, quand: heure() });
      if (!parti) dire('', sur ? mots.appareil : mots.coupe);
      pause = setTimeout(deposer, REPRISE);
    }
  }

  async function deposer() {
    clearTimeout(pause);
    depuis = 0;
    if (enCours) { encore = true; return; }
    const pris = champs();
    if (parti || JSON.stringify(pris) === su) return;
    if (autre) return void coffre.mettre(lieu, { champs: pris, version, quand: heure() });
    enCours = demander(pris);
    await enCours;
    enCours = null;
    if (encore) { encore = false; attendre(); }
  }

  function attendre() {
    depuis ||= Date.now();
    clearTimeout(pause);
    pause = setTimeout(deposer, Math.max(0, Math.min(PAUSE, depuis + AU_PLUS - Date.now())));
  }

  // ce qui était là en arrivant n'est pas une frappe
  su = JSON.stringify(champs());
  forme.addEventListener('change', e => { if (cases().includes(e.target)) { touche = true; attendre(); } });
  forme.addEventListener('choisis', () => { touche = true; attendre(); });
  forme.addEventListener('input', e => { if (TAPES.includes(e.target.type) && e.target.name) { touche = true; attendre(); } });
  addEventListener('online', () => deposer());
  // revenu d'un autre onglet, où l'on est peut-être entré de nouveau
  document.addEventListener('visibilitychange', () => { if (sorti && !document.hidden) deposer(); });
  addEventListener('pagehide', () => { if (depuis) deposer(); });
  addEventListener('pageshow', () => { parti = false; });
  // Avant d'envoyer, le texte est gardé une dernière fois : la réponse dit si l'envoi sera reçu. Un envoi retenu (réseau
  // coupé, fichier en route) laisse la page comme elle est.
  document.addEventListener('submit', async e => {
    if (e.target !== forme || e.defaultPrevented) return;
    if (autre) {
      e.preventDefault();
      dire('', mots.choisir);
      boite.querySelector('[data-garder]').focus();
      return;
    }
    if (touche && !verifie) {
      e.preventDefault();
      if (parti) return;
      parti = true;
      clearTimeout(pause);
      await enCours;
      sorti = false;
      await demander(champs());
      clearTimeout(pause);
      parti = false;
      if (sorti || autre) return;
      verifie = true;
      forme.requestSubmit(e.submitter);
      verifie = false;
      return;
    }
    parti = true;
    clearTimeout(pause);
    coffre.jeter(lieu);
  });

  coffre.lire(lieu).then(vu => {
    if (!vu || JSON.stringify(vu.champs) === JSON.stringify(champs())) return coffre.jeter(lieu);
    if (vu.version === version) {
      mettre(vu.champs);
      dire('', mots.retrouve.replace('{0}', vu.quand));
      return deposer();
    }
    const lu = Object.entries(vu.champs).filter(([nom]) => !nom.startsWith('choix.')).map(([, tape]) => tape).map(t => new DOMParser().parseFromString(t, 'text/html').body.textContent).join('\n\n');
    montrerAutre({ ...vu, version, lu }, mots.retrouve);
  });
}
