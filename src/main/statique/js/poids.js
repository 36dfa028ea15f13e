// Un fichier trop lourd se dit avant l'envoi, dans le champ : ce qui est écrit à côté n'est pas perdu.
document.addEventListener('change', e => {
  if (e.target.type !== 'file' || e.target.closest('[data-joindre]')) return; // celui-ci part par morceaux
  const lourd = [...e.target.files].some(f => f.size > 10485760);
  e.target.setCustomValidity(lourd ? document.getElementById('reseau').dataset.lourd : '');
  e.target.reportValidity();
});
