// Montrer ou cacher le mot de passe : le bouton [data-montrer] porte le nom du champ et ses deux libellés.
for (const bouton of document.querySelectorAll('[data-montrer]')) {
  const champ = document.getElementById(bouton.dataset.montrer);
  bouton.hidden = false;
  bouton.addEventListener('click', () => {
    const cacher = champ.type === 'text';
    champ.type = cacher ? 'password' : 'text';
    bouton.lastElementChild.textContent = cacher ? bouton.dataset.voir : bouton.dataset.cacher;
  });
  champ.form.addEventListener('submit', () => { champ.type = 'password'; });
}
