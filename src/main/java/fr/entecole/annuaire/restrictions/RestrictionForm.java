package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.eleves.LectureDesEleves;
import fr.entecole.documents.Exigence;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a head fills in to keep a guardian out: whom, from when, until when, on what decision, and the paper if it was
/// scanned. What was typed stays as typed, to be shown again on refusal.
///
/// @param depuis,jusque as the browser sends them (`2026-11-25`); the end may be empty
/// @param montrer those who teach the child are to read « Remise de l’enfant : voir la direction »
record RestrictionForm(String responsable, String depuis, String jusque, String preuve, boolean montrer) {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2150, 1, 1);
    private static final int LARGEST_PAPER = 5_000_000;
    private static final Set<String> PAPERS = Set.of("application/pdf", "image/jpeg", "image/png");
    private static final int SHORTEST_PROOF = 10;
    private static final int LONGEST_PROOF = 1_000;

    static RestrictionForm empty(LocalDate today) {
        return new RestrictionForm("", today.toString(), "", "", false);
    }

    /// What is to be corrected.
    Erreurs erreurs(LectureDesEleves.Fiche fiche) {
        var erreurs = new Erreurs();
        if (guardians(fiche).isEmpty()) {
            erreurs.add("responsable", t("Choisissez le responsable à écarter."));
        }
        var from = date(depuis);
        if (from == null) {
            erreurs.add("depuis", t("Donnez le jour à partir duquel la décision s’applique."));
        }
        var until = date(jusque);
        if (until == null && !jusque.isBlank()) {
            erreurs.add(
                    "jusque", t("Cette date de fin ne se lit pas. Laissez-la vide si la décision n’a pas de terme."));
        } else if (until != null && from != null && until.isBefore(from)) {
            erreurs.add("jusque", t("La fin vient avant le début."));
        }
        if (preuve.strip().length() < SHORTEST_PROOF || preuve.length() > LONGEST_PROOF) {
            erreurs.add("preuve", t("Écrivez quelle décision, de qui et de quelle date."));
        }
        return erreurs;
    }

    /// The guardian of this pupil who was chosen and is not kept out yet, under each of the numbers that a feed gave
    /// them: one left out would keep the child's pages open to an account that has both.
    List<UUID> guardians(LectureDesEleves.Fiche fiche) {
        return fiche.admitted().stream()
                .filter(contact -> contact.id().toString().equals(responsable))
                .flatMap(chosen -> fiche.sameAs(chosen).stream())
                .map(LectureDesEleves.Contact::id)
                .toList();
    }

    LocalDate depuisLe() {
        return Objects.requireNonNull(date(depuis));
    }

    @Nullable
    LocalDate jusqueAu() {
        return date(jusque);
    }

    private static @Nullable LocalDate date(String typed) {
        return Dates.typed(typed)
                .filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(LATEST))
                .orElse(null);
    }

    /// What is asked of the scanned papers: they get a name that says nothing of anyone.
    static Exigence papers() {
        return new Exigence(LARGEST_PAPER, PAPERS, t("décision"));
    }

    /// Why the scanned paper is not taken.
    static String refused(int statut, String phrase) {
        return switch (statut) {
            case 413 -> t("Ce fichier dépasse 5 Mo. Numérisez-le moins finement.");
            case 415 -> t("Ce fichier n’est ni un PDF, ni une image JPEG ou PNG.");
            default -> phrase;
        };
    }

    /// What stands in the way of a restriction of the same guardian.
    static String already(Restrictions.Jours there) {
        var until = there.jusque();
        return until == null
                ? t(
                        "Cette personne est déjà écartée à partir du {0}, sans terme : changez les jours, ou levez d’abord cette restriction.",
                        Dates.words(there.depuis()))
                : t(
                        "Cette personne est déjà écartée du {0} au {1} : changez les jours, ou levez d’abord cette restriction.",
                        Dates.words(there.depuis()), Dates.words(until));
    }

    /// What was just done, in words; empty where nothing was.
    ///
    /// @param restrictions of the pupil, the one that was just recorded first
    static String fait(
            String fait, LectureDesEleves.Fiche fiche, List<Restrictions.Restriction> restrictions, LocalDate today) {
        var child = Phrases.de(fiche.prenom());
        return switch (fait) {
            case "ecart" -> restrictions.isEmpty() ? "" : ecart(restrictions.getFirst(), child, today);
            case "levee" -> t("C’est fait : la restriction est levée, cette personne a de nouveau accès.");
            case "montree" ->
                t(
                        "C’est fait : qui enseigne à cet enfant lit « Remise de l’enfant : voir la direction », sans la raison.");
            case "montree-aesh" ->
                t(
                        "C’est fait : qui enseigne à cet enfant et les AESH de l’école lisent « Remise de l’enfant : voir la direction », sans la raison.");
            case "papier" -> t("C’est fait : le papier est gardé avec la décision.");
            case "cachee" -> t("C’est fait : l’équipe ne lit plus rien.");
            case "acces" -> t("C’est fait : cette personne a accès aux informations {0}.", child);
            default -> "";
        };
    }

    private static String ecart(Restrictions.Restriction recorded, String child, LocalDate today) {
        if (recorded.depuis().isAfter(today)) {
            return t(
                    "C’est noté : à partir du {0}, cette personne ne verra plus rien {1}. Jusque-là, elle voit tout.",
                    Dates.words(recorded.depuis()), child);
        }
        return recorded.over(today)
                ? t("C’est noté, mais cette décision est finie : cette personne a accès aux informations {0}.", child)
                : t("C’est fait : cette personne ne voit plus rien {0}.", child);
    }
}
