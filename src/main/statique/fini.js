// « C'est fini » sonne, deux notes sous le doigt qui l'a touché, puis la page s'en va. Jamais sans ce toucher, ni quand
// l'appareil est réglé sans sons.
for (const bouton of document.querySelectorAll('button[data-son]')) bouton.form.addEventListener('submit', e => {
  if (!window.AudioContext || document.documentElement.dataset.son) return;
  e.preventDefault();
  const son = new AudioContext();
  for (const [rang, hauteur] of [659, 523].entries()) {
    const note = new OscillatorNode(son, { frequency: hauteur, type: 'triangle' });
    const force = new GainNode(son, { gain: 0 });
    const debut = son.currentTime + rang * .18;
    force.gain.setValueAtTime(.15, debut);
    force.gain.exponentialRampToValueAtTime(.001, debut + .3);
    note.connect(force).connect(son.destination);
    note.start(debut);
    note.stop(debut + .3);
  }
  setTimeout(() => bouton.form.submit(), 500);
}, { once: true });
