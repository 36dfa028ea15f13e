// Choisir des personnes : le champ propose pendant qu'on écrit (liste au clavier), et dit qui recevra.
// Sans script, le bouton « Chercher » fait la même chose.
for (const bloc of document.querySelectorAll('[data-destinataires]')) {
  const champ = bloc.querySelector('#cherche');
  const liste = bloc.querySelector('#cherche-liste');
  const choisis = bloc.querySelector('[data-choisis]');
  const compte = bloc.querySelector('[data-compte]');
  const dit = bloc.querySelector('[data-dit]');
  const bouton = bloc.querySelector('[data-chercher]');
  let tour = 0;
  let comptes = 0;
  let attente;

  const demander = async (adresse, ...mots) => {
    const corps = new URLSearchParams([['_csrf', champ.form.elements._csrf.value], ['champ', bloc.dataset.champ], ...mots]);
    for (const coche of bloc.querySelectorAll('input[name=pour]:checked')) corps.append('pour', coche.value);
    const reponse = await fetch(adresse, { method: 'POST', body: corps });
    return reponse.ok && !reponse.redirected ? reponse.text() : null;
  };
  const options = () => [...liste.children];
  const active = () => liste.querySelector('[aria-selected=true]');

  function fermer() {
    tour++;
    clearTimeout(attente);
    liste.hidden = true;
    champ.setAttribute('aria-expanded', 'false');
    champ.removeAttribute('aria-activedescendant');
  }

  function viser(option) {
    for (const une of options()) une.setAttribute('aria-selected', String(une === option));
    if (!option) return champ.removeAttribute('aria-activedescendant');
    champ.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  async function proposer() {
    const mien = ++tour;
    if (!champ.value.trim()) return fermer();
    const recu = await demander('/comptes/destinataires', ['cherche', champ.value]).catch(() => null);
    if (recu === null || mien !== tour) return;
    liste.innerHTML = recu;
    const nombre = options().length;
    liste.hidden = !nombre;
    champ.setAttribute('aria-expanded', String(nombre > 0));
    champ.removeAttribute('aria-activedescendant');
    dit.textContent = nombre ? bloc.dataset.nombre.replace('%', nombre) : bloc.dataset.aucun;
  }

  async function compter() {
    const mien = ++comptes;
    const recu = await demander('/comptes/destinataires/compte').catch(() => null);
    if (mien !== comptes) return;
    if (recu !== null) compte.innerHTML = recu;
    bloc.dispatchEvent(new CustomEvent('choisis', { bubbles: true }));
  }

  function choisir(option) {
    const deja = [...bloc.querySelectorAll('input[name=pour]')].find(c => c.value === option.dataset.code);
    if (deja) {
      deja.checked = true;
    } else {
      const etiquette = document.createElement('label');
      const coche = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'pour', value: option.dataset.code, checked: true });
      const mots = document.createElement('span');
      etiquette.className = 'ent-choix';
      mots.append(...[...option.children].map(e => e.cloneNode(true)));
      etiquette.append(coche, ' ', mots);
      choisis.append(etiquette);
    }
    dit.textContent = bloc.dataset.choisi.replace('%', option.firstChild.textContent);
    champ.value = '';
    fermer();
    compter();
  }

  champ.setAttribute('role', 'combobox');
  champ.setAttribute('aria-autocomplete', 'list');
  champ.setAttribute('aria-controls', liste.id);
  champ.setAttribute('aria-expanded', 'false');
  bouton.hidden = true;
  champ.addEventListener('input', () => {
    clearTimeout(attente);
    attente = setTimeout(proposer, 200);
  });
  champ.addEventListener('keydown', e => {
    const toutes = options();
    const rang = toutes.indexOf(active());
    if (e.key === 'Enter') {
      e.preventDefault();
      const option = active() ?? toutes[0];
      if (!liste.hidden && option) choisir(option);
      else proposer();
    } else if (e.key === 'Escape' && !liste.hidden) {
      e.preventDefault();
      fermer();
    } else if ((e.key === 'ArrowDown' || e.key === 'ArrowUp') && toutes.length) {
      e.preventDefault();
      liste.hidden = false;
      champ.setAttribute('aria-expanded', 'true');
      viser(toutes[(rang + (e.key === 'ArrowDown' ? 1 : rang < 0 ? 0 : -1) + toutes.length) % toutes.length]);
    }
  });
  champ.addEventListener('blur', () => setTimeout(fermer, 150));
  liste.addEventListener('mousedown', e => {
    e.preventDefault();
    const option = e.target.closest('[role=option]');
    if (option) choisir(option);
  });
  bloc.addEventListener('change', e => {
    if (e.target.name === 'pour') compter();
  });
}
