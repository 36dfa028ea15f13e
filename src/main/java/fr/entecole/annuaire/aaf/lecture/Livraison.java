package fr.entecole.annuaire.aaf.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.LotRefuse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What was delivered: a folder, a `.zip` or a `.tgz`. Its members are gone through one after the other, as streams,
/// as often as needed; nothing is unpacked to disk or held whole in memory.
public interface Livraison {

    /// Called for each member with its path inside the delivery; the stream is closed by the delivery.
    interface Visite {
        void member(String nom, InputStream contenu) throws IOException;

        /// What is there without being read: a link, a folder or a file that is too deep.
        default void passed(String nom) {}
    }

    /// The name that may say kind and date.
    String nom();

    void each(Visite visite) throws IOException;

    /// @throws LotRefuse when there is nothing there, or nothing that can be opened
    static Livraison open(Path chemin, AafReglages reglages) {
        if (!Files.exists(chemin)) {
            throw new LotRefuse(t("Il n’y a rien à l’adresse {0} : vérifiez le chemin de l’envoi.", chemin));
        }
        if (!Files.isReadable(chemin)) {
            throw new LotRefuse(
                    t("{0} ne peut pas être lu : donnez à l’application le droit de le lire.", chemin.toString()));
        }
        if (Files.isDirectory(chemin)) {
            return new Dossier(chemin);
        }
        var nom = chemin.getFileName().toString().toLowerCase(Locale.ROOT);
        if (nom.endsWith(".zip")) {
            return new ArchiveZip(chemin, reglages);
        }
        if (nom.endsWith(".tgz") || nom.endsWith(".tar.gz")) {
            return new ArchiveTar(chemin, reglages);
        }
        throw new LotRefuse(t(
                "{0} n’est ni un dossier, ni une archive .zip, .tgz ou .tar.gz : donnez l’envoi sous l’une de ces"
                        + " formes.",
                chemin.getFileName().toString()));
    }

    static LotRefuse unreadable(Path chemin, IOException cause) {
        return new LotRefuse(
                t(
                        "L’archive {0} est illisible ou incomplète : vérifiez sa somme de contrôle et redéposez-la.",
                        chemin.getFileName().toString()),
                cause);
    }
}
