// L'appel compte sous le doigt : les totaux suivent ce qui est coché.
const appel = document.getElementById('appel');
if (appel) {
  const compter = () => {
    for (const total of appel.querySelectorAll('[data-total]'))
      total.textContent = appel.querySelectorAll(`input[value="${total.dataset.total}"]:checked`).length;
  };
  appel.addEventListener('change', compter);
  addEventListener('pageshow', compter);
}
