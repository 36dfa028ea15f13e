// Fin de séance : dite deux minutes avant dans #seance (role=status), à l'heure de la montre, même après une veille.
const seance = document.getElementById('seance');

if (seance) {
  const forme = seance.querySelector('form'), dit = seance.querySelector('p');
  let fin = Date.now() + seance.dataset.reste * 1000;

  const voir = () => {
    const reste = fin - Date.now();
    if (reste <= 0) {
      dit.textContent = seance.dataset.finie;
      // La clé de l'appel ne reste pas dans l'onglet.
      try { if (sessionStorage.garde) import(document.getElementById('reseau').dataset.garde); } catch { /* sans mémoire */ }
    }
    forme.lastElementChild.hidden = reste <= 0;
    forme.hidden = reste > 120000;
  };

  setInterval(voir, 5000);
  document.addEventListener('visibilitychange', voir);
  forme.addEventListener('submit', async e => {
    e.preventDefault();
    const r = await fetch(forme.action, { method: 'POST', body: new URLSearchParams(new FormData(forme)) }).catch(() => {});
    if (r?.status === 204) fin = Date.now() + seance.dataset.duree * 1000;
    else if (r) fin = 0;
    voir();
  });
}
