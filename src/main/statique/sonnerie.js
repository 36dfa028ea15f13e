// « Me prévenir sur cet appareil » : demande l'accord, puis confie au formulaire ce que le navigateur a donné.
const sonnerie = document.getElementById('sonnerie');

if (sonnerie && 'PushManager' in window && navigator.serviceWorker) {
  const form = sonnerie.querySelector('form'), mot = form.querySelector('[role=status]');
  sonnerie.hidden = false;
  form.addEventListener('submit', async e => {
    e.preventDefault();
    try {
      if (await Notification.requestPermission() !== 'granted') throw 0;
      await navigator.serviceWorker.register('/hors-ligne.js');
      const { endpoint, keys } = (await (await navigator.serviceWorker.ready).pushManager.subscribe({
        userVisibleOnly: true, applicationServerKey: sonnerie.dataset.cle,
      })).toJSON();
      form.adresse.value = endpoint;
      form.cle.value = keys.p256dh;
      form.secret.value = keys.auth;
      form.submit();
    } catch {
      mot.textContent = mot.dataset[Notification.permission];
    }
  });
}
