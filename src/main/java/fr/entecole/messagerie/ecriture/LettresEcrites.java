package fr.entecole.messagerie.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.Genre;
import fr.entecole.documents.Reception;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.surete.Depart;
import fr.entecole.surete.Depart.Sens;
import fr.entecole.surete.Departs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// What is common to all that one writes: its length, what comes with it.
@Component
public class LettresEcrites {

    public static final String FICHIERS = "fichiers";

    private final Reception reception;
    private final Documents documents;
    private final Departs departs;
    private final JdbcClient jdbc;

    LettresEcrites(Reception reception, Documents documents, Departs departs, JdbcClient jdbc) {
        this.reception = reception;
        this.documents = documents;
        this.departs = departs;
        this.jdbc = jdbc;
    }

    /// Where one is led once it is written: to the conversation, or to what explains why it has not left yet.
    ///
    /// @param cle of its form
    public ModelAndView written(Utilisateur auteur, UUID conversation, UUID cle, Depart depart) {
        return (depart.sens() == Sens.LIBRE ? Optional.<UUID>empty() : sursis(auteur, cle))
                .map(sursis -> Adresse.go("/surete/envois/{id}", sursis))
                .orElseGet(() -> Adresse.go("/messagerie/conversations/{id}?fait=envoye", conversation));
    }

    private Optional<UUID> sursis(Utilisateur auteur, UUID cle) {
        return jdbc.sql("select id from messagerie.message where auteur_id = :auteur and cle = :cle")
                .param("auteur", auteur.personneId())
                .param("cle", cle)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional()
                .flatMap(message -> departs.holding(Correspondance.GENRE, message));
    }

    /// Who writes with difficulty speaks: a recorded voice is a message by itself, and is called so where it is listed.
    public TexteRiche said(Utilisateur utilisateur, TexteRiche typed, List<UUID> pieces) {
        boolean speaks = typed.brut().isBlank()
                && documents.uploads(utilisateur, pieces).stream().anyMatch(piece -> piece.genre() == Genre.SON);
        return speaks ? TexteRiche.of(t("Message vocal")) : typed;
    }

    /// @param longest in signs of what is read
    public static void judge(TexteRiche texte, int longest, String champ, Erreurs erreurs) {
        int signs = texte.brut().strip().length();
        if (signs == 0) {
            erreurs.add(champ, t("Le message est vide. Écrivez au moins une phrase."));
        } else if (signs > longest || texte.refus().isPresent()) {
            erreurs.add(
                    champ,
                    t(
                            "Ce message a {0, plural, one {# caractère} other {# caractères}}\u00a0: {1, number} au plus. Raccourcissez-le, ou joignez un document.",
                            signs,
                            longest));
        }
    }

    /// What was sent with the form is kept with what came before it, so that a form that comes back has lost nothing.
    public List<UUID> take(
            Utilisateur utilisateur, List<UUID> depots, @Nullable List<MultipartFile> fichiers, Erreurs erreurs) {
        try {
            return reception.take(utilisateur, depots, fichiers == null ? List.of() : fichiers, "", Exigence.AUCUNE);
        } catch (DepotRefuse e) {
            erreurs.add(FICHIERS, e.phrase());
            return e.with(depots);
        }
    }
}
