// Joindre des fichiers : choisis, photographiés, déposés ou collés, ils partent par morceaux pendant que l'on écrit. Le
// serveur sait où en est chacun : après une coupure, l'envoi reprend ; après un rechargement aussi, dès que le même
// fichier est choisi de nouveau. Sans ce script, le champ de fichiers part avec le formulaire.
const MORCEAU = 1 << 20;
const dormir = duree => new Promise(fin => setTimeout(fin, duree));

for (const bloc of document.querySelectorAll('[data-joindre]')) {
  const formulaire = bloc.closest('form');
  const mots = bloc.dataset;
  const champ = bloc.querySelector('[data-choisir] input');
  const appareil = bloc.querySelector('.ent-joindre__gestes input');
  const liste = bloc.querySelector('[data-liste]');
  const dit = bloc.querySelector('[data-dit]');
  let enCours = 0;
  let morceau = MORCEAU; // plus petit quand la ligne est lente : le serveur n'attend un morceau que trente secondes
  let file = Promise.resolve(); // un envoi après l'autre
  let promis; // le bouton touché avant la fin : le formulaire part alors de lui-même, si tout est arrivé

  const demander = async (chemin, corps, cadence = {}) => {
    const reponse = await fetch('/documents/envois' + chemin, {
      method: corps === undefined ? 'GET' : 'POST',
      body: corps,
      headers: { 'X-XSRF-TOKEN': formulaire.elements._csrf.value, 'Accept': 'application/json' },
      redirect: 'error',
      ...cadence
    });
    const lu = await reponse.json().catch(() => ({}));
    if (reponse.ok) return lu;
    throw Object.assign(new Error(), { refus: lu.message ?? mots.rate, plusTard: reponse.status >= 500 && reponse.status !== 507 });
  };

  // Tant que le réseau manque, on redemande, de plus en plus rarement.
  const insister = async (chemin, corps, signal) => {
    for (let attente = 500, essais = 0; ; attente = Math.min(attente * 2, 15000)) {
      try {
        return await demander(chemin, typeof corps === 'function' ? corps() : corps, { signal });
      } catch (e) {
        if (signal.aborted || (e.refus && (!e.plusTard || ++essais > 4))) throw e;
        morceau = Math.max(65536, morceau / 2);
        dit.textContent = e.refus ?? mots.repris;
        await Promise.race([dormir(attente), new Promise(fin => addEventListener('online', fin, { once: true }))]);
      }
    }
  };

  const envoyer = async (fichier, etape, signal) => {
    const annonce = new URLSearchParams({ nom: fichier.name, octets: fichier.size, modifie: fichier.lastModified || 0 });
    let etat = await insister('', annonce, signal);
    etape(etat);
    while (etat.nom === null) {
      const { id, recus, morceau: permis } = etat;
      const bout = () => new Blob([fichier.slice(recus, recus + Math.min(morceau, permis))], { type: 'application/octet-stream' });
      etat = await insister(`/${id}/suite?debut=${recus}`, bout, signal);
      dit.textContent = '';
      etape(etat);
    }
    return etat;
  };

  const bouton = (mot, nom, geste) => {
    const fait = document.createElement('button');
    fait.type = 'button';
    fait.className = 'ent-bouton ent-bouton--second ent-bouton--petit';
    fait.append(mot, Object.assign(document.createElement('span'), { className: 'ent-hors-vue', textContent: ' – ' + nom }));
    fait.addEventListener('click', geste);
    return fait;
  };

  // Gardé à la première pause : une page quittée au milieu n'oublie pas ce que montre l'image.
  const ecouter = (id, reponse) => {
    let pause;
    reponse.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(() => demander(`/${id}/alternative`, new URLSearchParams({ alternative: reponse.value })).catch(() => {}), 600);
    });
  };
  const changer = () => bloc.dispatchEvent(new CustomEvent('choisis', { bubbles: true }));

  const oterLigne = ligne => {
    ligne.remove();
    dit.textContent = '';
    champ.focus();
    changer();
  };

  // Ce qui est refusé reste sous les yeux, et retient le formulaire : rien ne part en silence sans ce que l'on croit joint.
  const refuser = (ligne, nom, refus) => {
    promis = null;
    ligne.className = 'ent-joindre__piece';
    ligne.dataset.refuse = '';
    ligne.replaceChildren(
      Object.assign(document.createElement('b'), { textContent: nom }),
      Object.assign(document.createElement('span'), { className: 'ent-petit', textContent: refus }),
      bouton(mots.retirer, nom, () => oterLigne(ligne)));
    liste.append(ligne);
    dit.textContent = `${nom}\u00a0: ${refus}`;
  };

  const ajouter = async fichier => {
    const ligne = document.createElement('li');
    ligne.className = 'ent-joindre__piece';
    const nom = Object.assign(document.createElement('b'), { textContent: fichier.name });
    const jauge = Object.assign(document.createElement('progress'), { max: fichier.size || 1, value: 0 });
    jauge.setAttribute('aria-label', `${mots.attente}\u00a0: ${fichier.name}`);
    const arret = new AbortController();
    let id;
    const oter = () => {
      arret.abort();
      if (id) demander(`/${id}/abandon`, new URLSearchParams()).catch(() => {});
      oterLigne(ligne);
    };
    const annuler = bouton(mots.annuler, fichier.name, oter);
    ligne.append(nom, jauge, annuler);
    liste.append(ligne);
    enCours++;
    const avant = file;
    let laisser;
    file = new Promise(fin => laisser = fin);
    try {
      await avant;
      const etat = await envoyer(fichier, e => { id = e.id; jauge.value = e.recus; }, arret.signal);
      if (mots.autre && !champ.accept.split(',').includes(etat.type)) {
        demander(`/${id}/abandon`, new URLSearchParams()).catch(() => {});
        throw Object.assign(new Error(), { refus: mots.autre });
      }
      nom.textContent = etat.nom;
      const precision = Object.assign(document.createElement('span'), { className: 'ent-petit ent-doux', textContent: etat.description });
      const cache = Object.assign(document.createElement('input'), { type: 'hidden', name: mots.joindre, value: etat.id });
      jauge.replaceWith(precision, cache);
      if (etat.vignette) ligne.prepend(Object.assign(document.createElement('img'), { className: 'ent-joindre__image', src: etat.vignette, alt: '' }));
      annuler.replaceWith(bouton(mots.retirer, etat.nom, oter));
      if (etat.image) decrire(ligne, etat);
      changer();
      dit.textContent = `${mots.prete}\u00a0: ${etat.nom}`;
    } catch (e) {
      if (!arret.signal.aborted) refuser(ligne, fichier.name, e.refus ?? mots.rate);
    } finally {
      enCours--;
      laisser();
      if (!enCours && promis) formulaire.requestSubmit(promis);
    }
  };

  // Ce qui était déjà là : sans script, une case le garde ; ici, le même bouton que les autres le retire.
  for (const ligne of liste.querySelectorAll('[data-piece]')) {
    const { piece, nom } = ligne.dataset;
    const garde = ligne.querySelector('[data-garde]');
    const deja = [
      Object.assign(document.createElement('b'), { textContent: nom }),
      Object.assign(document.createElement('span'), { className: 'ent-petit ent-doux', textContent: garde.querySelector('small').textContent }),
      Object.assign(document.createElement('input'), { type: 'hidden', name: mots.joindre, value: piece })
    ];
    garde.replaceWith(...deja, bouton(mots.retirer, nom, () => {
      demander(`/${piece}/abandon`, new URLSearchParams()).catch(() => {});
      oterLigne(ligne);
    }));
    const reponse = ligne.querySelector('.ent-champ');
    if (reponse) ecouter(piece, reponse);
  }

  const decrire = (ligne, etat) => {
    const question = Object.assign(document.createElement('label'), { className: 'ent-libelle', htmlFor: 'alt-' + etat.id, textContent: mots.montre });
    const reponse = Object.assign(document.createElement('input'), { className: 'ent-champ', id: 'alt-' + etat.id, name: '_montre.' + etat.id, maxLength: 500 });
    ecouter(etat.id, reponse);
    const place = document.createElement('div');
    place.className = 'ent-groupe ent-joindre__mots';
    place.append(question, reponse);
    ligne.append(place);
  };

  const prendre = fichiers => {
    promis = null;
    if (fichiers.length) liste.querySelectorAll('[data-refuse]').forEach(ligne => ligne.remove());
    for (const fichier of fichiers) {
      if (liste.children.length >= +mots.most) refuser(document.createElement('li'), fichier.name, mots.plus);
      else if (+mots.plafond && fichier.size > mots.plafond) refuser(document.createElement('li'), fichier.name, mots.lourd);
      else ajouter(fichier);
    }
  };

  for (const entree of [champ, appareil].filter(Boolean)) entree.addEventListener('change', () => {
    const choisis = [...entree.files];
    entree.value = '';
    prendre(choisis);
  });
  bloc.addEventListener('dragover', e => e.preventDefault());
  bloc.addEventListener('drop', e => {
    e.preventDefault();
    prendre([...e.dataTransfer.files]);
  });
  formulaire.addEventListener('paste', e => {
    if (!e.clipboardData.files.length) return;
    e.preventDefault();
    prendre([...e.clipboardData.files]);
  });
  formulaire.addEventListener('submit', e => {
    const refuse = liste.querySelector('[data-refuse] button');
    if (refuse) {
      e.preventDefault();
      dit.textContent = mots.ote;
      refuse.focus();
      return;
    }
    if (!enCours) return;
    e.preventDefault();
    promis = e.submitter;
    dit.textContent = mots.encore;
  });
  bloc.querySelector('.ent-joindre__gestes')?.removeAttribute('hidden');
}
