// Enregistrer sa voix : un bouton de plus à côté des fichiers, là où le navigateur sait le faire. Ce qui est dit devient un
// fichier choisi comme les autres (joindre.js), et tient lieu du texte là où la page le permet (data-remplace). Rien ne
// part avant que l'on arrête ; au bout de trois minutes, cela s'arrête tout seul.
const PLUS_LONG = 180;
const TYPES = ['audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm;codecs=opus'];

for (const bloc of document.querySelectorAll('[data-enregistrer]')) {
  if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) continue;
  const mots = bloc.dataset;
  const bouton = bloc.querySelector('button');
  const mot = bouton.querySelector('[data-mot]');
  const dit = bloc.querySelector('[role=status]');
  const champ = bloc.closest('form').querySelector('[data-choisir] input');
  const debut = mot.textContent;
  let appareil;

  const fini = morceaux => {
    const type = appareil.mimeType.split(';')[0];
    const fichier = new File(morceaux, mots.enregistrer + '.' + type.split('/')[1], { type });
    const choisis = new DataTransfer();
    choisis.items.add(fichier);
    const plie = champ.closest('details');
    if (plie) plie.open = true; // ce qui est joint se voit
    if (mots.remplace) champ.form.elements[mots.remplace].required = false;
    champ.files = choisis.files;
    champ.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const arreter = () => appareil?.state === 'recording' && appareil.stop();

  const enregistrer = async () => {
    let son;
    try {
      son = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      dit.textContent = mots.refuse;
      return;
    }
    const morceaux = [];
    const depuis = Date.now();
    appareil = new MediaRecorder(son, { mimeType: TYPES.find(type => MediaRecorder.isTypeSupported(type)) });
    const compter = () => {
      const secondes = Math.round((Date.now() - depuis) / 1000);
      dit.textContent = `${mots.encours}\u00a0: ${secondes} s`;
      if (secondes >= PLUS_LONG) arreter();
    };
    const horloge = setInterval(compter, 1000);
    appareil.addEventListener('dataavailable', e => morceaux.push(e.data));
    appareil.addEventListener('stop', () => {
      clearInterval(horloge);
      son.getTracks().forEach(piste => piste.stop());
      mot.textContent = debut;
      bouton.setAttribute('aria-pressed', 'false');
      dit.textContent = '';
      fini(morceaux);
    });
    appareil.start();
    mot.textContent = mots.arreter;
    bouton.setAttribute('aria-pressed', 'true');
    compter();
  };

  bouton.addEventListener('click', () => appareil?.state === 'recording' ? arreter() : enregistrer());
  bloc.hidden = false;
}
