// La force d'un nouveau mot de passe pendant la frappe, dans [data-force] ; le serveur seul en décide.
for (const bloc of document.querySelectorAll('[data-force]')) {
  const forte = bloc.dataset.force === 'BITS_80';
  const [trois, quatre, assez] = forte ? [14, 12, 7] : [8, 8, 5];
  const ligne = bloc.querySelector('.ent-force');
  const jauge = ligne.querySelector('meter');
  const mot = ligne.querySelector('[data-mots]');
  const cocher = (code, tenue) => bloc.querySelector(`[data-condition="${code}"]`).toggleAttribute('data-tenue', tenue);
  bloc.querySelector('input').addEventListener('input', e => {
    const texte = e.target.value;
    const sortes = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter(sorte => sorte.test(texte)).length;
    const mots = new Set(texte.trim().split(/\s+/).filter(m => m.length > 1)).size;
    const longueur = [...texte].length;
    const phrase = mots >= assez;
    const long = phrase || longueur >= (sortes === 4 ? quatre : trois);
    const varie = phrase || sortes >= 3;
    cocher('longueur', long);
    cocher('sortes', varie);
    bloc.querySelector('[data-condition=""]').removeAttribute('data-tenue'); // le serveur le dira
    const part = Math.max(longueur / trois, mots / assez);
    const note = long && varie ? 4 : part < .5 ? 1 : part < .85 ? 2 : 3;
    ligne.hidden = !texte;
    jauge.value = note;
    mot.textContent = mot.dataset.mots.split('|')[note - 1];
  });
}
