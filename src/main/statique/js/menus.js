// Menus en <details data-menu> : Échap ou un clic ailleurs les ferme.
const ouverts = () => document.querySelectorAll('details[data-menu][open]');

document.addEventListener('keydown', e => {
  if (e.key !== 'Escape') return;
  for (const menu of ouverts()) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
document.addEventListener('click', e => {
  for (const menu of ouverts()) if (!menu.contains(e.target)) menu.open = false;
});
