package fr.entecole.annuaire.aaf.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.LotRefuse;
import fr.entecole.annuaire.aaf.Sorte;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Goes through the files of a delivery, in whatever order the archive has them, and gives each record its place in
/// the order of the files' names: "last seen wins" does not depend on how the batch was packed.
public record Lecture(Livraison livraison, Inventaire inventaire, Versement versement, Consumer<String> progress) {

    /// Records a file may hold before its places run into the next file's.
    private static final long PAR_FICHIER = 1_000_000_000L;

    /// Who takes the records, as they are read.
    public interface Versement {
        /// @param rang place of the record in the batch
        void accept(Sorte sorte, String fichier, long rang, Enregistrement enregistrement);

        /// @param academie the code that a file says it was exported for
        default void announced(String fichier, String academie) {}
    }

    public void run() throws IOException {
        var convoi = Convoi.to(versement);
        try {
            read(convoi);
        } finally {
            convoi.arrive();
        }
    }

    private void read(Versement convoi) throws IOException {
        Map<String, Inventaire.Membre> membres = new HashMap<>();
        inventaire.membres().forEach(m -> membres.put(m.nom().chemin(), m));
        var lecteur = new Lecteur(convoi::announced);
        livraison.each((chemin, contenu) -> {
            var membre = membres.remove(chemin);
            if (membre != null) {
                progress.accept(t("Lecture de {0}", chemin));
                long[] seq = {membre.rang() * PAR_FICHIER};
                lecteur.read(membre, contenu, e -> convoi.accept(membre.sorte(), chemin, seq[0]++, e));
            }
        });
        if (!membres.isEmpty()) {
            throw new LotRefuse(
                    t("L’envoi a changé pendant sa lecture : redonnez-le quand il est entièrement déposé."));
        }
    }
}
