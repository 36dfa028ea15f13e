package fr.entecole.annuaire.aaf.lecture;

import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.socle.langue.Langue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Records on their way from who reads them to who takes them, on a thread of its own: reading XML and checking what it
/// says cost as much as each other, and go side by side. They arrive in the order in which they left, and what is found
/// wrong is told as if one thread did both: the first fault of the batch wins.
final class Convoi implements Lecture.Versement {

    /// Letters under way at once: a record may have a million of them, most have a thousand.
    private static final int SIGNES = 1 << 16;
    private static final int EN_ROUTE = 4;
    /// Says that nothing comes any more: nobody leaves without a load.
    private static final List<Runnable> VIDE = List.of();

    private final Lecture.Versement arrivee;
    private final BlockingQueue<List<Runnable>> route = new ArrayBlockingQueue<>(EN_ROUTE);
    private final Thread porteur;
    private List<Runnable> charge = new ArrayList<>();
    private int signes;
    private volatile @Nullable Throwable faute;

    private Convoi(Lecture.Versement arrivee) {
        this.arrivee = arrivee;
        var langue = Langue.courante();
        porteur = Thread.ofPlatform().daemon().name("lecture-aaf").unstarted(() -> langue.call(this::deliver));
    }

    static Convoi to(Lecture.Versement arrivee) {
        var convoi = new Convoi(arrivee);
        convoi.porteur.start();
        return convoi;
    }

    @Override
    public void accept(Sorte sorte, String fichier, long rang, Enregistrement e) {
        load(() -> arrivee.accept(sorte, fichier, rang, e), letters(e));
    }

    @Override
    public void announced(String fichier, String academie) {
        load(() -> arrivee.announced(fichier, academie), academie.length());
    }

    /// Waits for all that was given.
    void arrive() {
        try {
            depart();
            route.put(VIDE);
            porteur.join();
        } catch (InterruptedException e) {
            porteur.interrupt();
            throw interrupted(e);
        }
        stopAtAFault();
    }

    private static int letters(Enregistrement e) {
        int lettres = e.id().length();
        for (var valeurs : e.attributs().values()) {
            for (var valeur : valeurs) {
                lettres += valeur.length();
            }
        }
        return lettres;
    }

    private void load(Runnable envoi, int lettres) {
        stopAtAFault();
        charge.add(envoi);
        signes += lettres;
        if (signes >= SIGNES) {
            try {
                depart();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private void depart() throws InterruptedException {
        if (!charge.isEmpty()) {
            route.put(charge);
            charge = new ArrayList<>();
            signes = 0;
        }
    }

    /// After a fault what still comes is let fall, so that nobody waits for room.
    private @Nullable Void deliver() {
        try {
            for (var charge = route.take(); !charge.isEmpty(); charge = route.take()) {
                if (faute == null) {
                    take(charge);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void take(List<Runnable> charge) {
        try {
            charge.forEach(Runnable::run);
        } catch (RuntimeException | Error e) {
            faute = e;
        }
    }

    private void stopAtAFault() {
        switch (faute) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
